"""Who says what: quotations nobody says, sources without a name."""
