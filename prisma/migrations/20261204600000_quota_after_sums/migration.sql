-- The quota is compared with the kept sum of bytes, which another trigger of the same statement brings up to date: triggers run in the
-- order of their names.
alter trigger stored_files_quota on stored_files rename to stored_files_within_quota;
