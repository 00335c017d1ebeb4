"""Making what is shipped: from locked packages and this source to installers, step by step."""
