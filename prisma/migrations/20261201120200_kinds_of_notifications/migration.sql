-- What else somebody is told. A new value cannot be used in the transaction that adds it.
alter type notification_kind add value if not exists 'ticket_opened';
alter type notification_kind add value if not exists 'ticket_assigned';
alter type notification_kind add value if not exists 'comment_written';
alter type notification_kind add value if not exists 'comment_noted';
alter type notification_kind add value if not exists 'document_waiting';
alter type notification_kind add value if not exists 'payment_claimed';
alter type notification_kind add value if not exists 'payment_claim_declined';
alter type notification_kind add value if not exists 'invoice_due_soon';
alter type notification_kind add value if not exists 'invoice_overdue';
alter type notification_kind add value if not exists 'report_drafted';
