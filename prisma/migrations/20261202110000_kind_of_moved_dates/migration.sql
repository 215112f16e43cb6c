-- People are told when planned dates move. A new value cannot be used in the transaction that adds it.
alter type notification_kind add value if not exists 'phase_rescheduled';
