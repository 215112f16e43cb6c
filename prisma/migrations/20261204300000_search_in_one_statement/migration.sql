-- The policies made these until the search became one statement for all kinds (decision 84).
drop function if exists search_newest(uuid, text, tsquery);
drop function if exists search_indexed(uuid, text, tsquery, int);
drop function if exists search_misspelt(uuid, text, int[], text, tsquery);
