-- The form in which texts are searched: without case, accents and invisible characters, the same for every Unicode normal
-- form, and with one apostrophe, quotation mark and hyphen. This function alone folds searched columns and questions.
create function oriel_fold(value text) returns text
  immutable strict parallel safe set search_path = public, pg_temp language sql as $$
  with
    -- NFKD separates accents from letters, and ligatures; it also makes a blank and an accent of ´.
    parts as (select replace(normalize(value, nfkd), U&' \0301', '''') as text),
    -- Accents, Hebrew and Arabic points; then soft hyphens, joiners and marks of direction.
    bare as (
      select lower(regexp_replace(regexp_replace(text,
        '[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+', '', 'g'),
        '[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+', '', 'g')) as text
      from parts
    ),
    -- Letters that no normal form takes apart, capitals for a database whose locale is C; the dotless i that Turkish makes of I.
    letters as (
      select regexp_replace(regexp_replace(regexp_replace(regexp_replace(translate(text, 'łŁøØđĐðÐħĦŧŦıς', 'llooddddhhttiσ'),
        '[ßẞ]', 'ss', 'g'), '[æÆ]', 'ae', 'g'), '[œŒ]', 'oe', 'g'), '[þÞ]', 'th', 'g') as text
      from bare
    )
  select regexp_replace(regexp_replace(regexp_replace(regexp_replace(text,
    '[`‘’‚‛ʹʻʼʽʾʿ′]', '''', 'g'), '[“”„«»]', '"', 'g'), '[‐‒–—―−]', '-', 'g'), '\s+', ' ', 'g')
  from letters
$$;
