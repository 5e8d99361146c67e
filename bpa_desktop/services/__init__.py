"""One public function for each thing a user does."""
