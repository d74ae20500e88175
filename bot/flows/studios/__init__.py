"""The coordinator's list of studios: searching, adding, editing, change of leader, retiring, Excel in and out."""
