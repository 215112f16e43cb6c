-- The first page of the portal tells what is new since the person last looked at it.
alter type visit_place add value 'home' before 'documents';
