"""What the desk does with applications, and with named studios: steps, selection, public notice, matters."""
