"""Stories into happenings, happenings into items: what is weighty, new and well told."""
