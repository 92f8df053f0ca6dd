"""What a question asks for all of: recommendations of a report, responses of a State, speeches, speakers."""
