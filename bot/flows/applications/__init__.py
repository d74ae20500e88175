"""/applications: the way of an application from the desk that receives it to the naming, and what goes the same way."""
