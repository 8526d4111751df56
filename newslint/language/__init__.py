"""What is true of text, a folder a layer, with one face: `analysis`, which makes each layer when it is first asked."""
