"""The HTTP edges, thin: they parse, authorise, call and render. Live edges and customers' pages stand here too."""
