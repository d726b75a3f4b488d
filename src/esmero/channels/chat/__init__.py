"""Web chat: the widget on a shop's page. The customer follows live, so the commit is the delivery."""
