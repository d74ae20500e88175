"""Studios: the list, one of them, change of leader, retiring, Excel in and out."""
