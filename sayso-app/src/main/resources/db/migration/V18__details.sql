-- What a person keeps beside a subscription; folded from the log as the rest of the row.
ALTER TABLE subscriptions ADD COLUMN note ${text};
ALTER TABLE subscriptions ADD COLUMN tags ${text} NOT NULL DEFAULT '';
ALTER TABLE subscriptions ADD COLUMN payment_method ${text};
ALTER TABLE subscriptions ADD COLUMN my_share ${text};
