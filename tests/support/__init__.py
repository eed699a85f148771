"""What several tests share: the sample in every form, and nasty pages."""
