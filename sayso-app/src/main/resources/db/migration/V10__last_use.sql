-- When a key opened something last, to the hour; none: never.
ALTER TABLE access_keys ADD COLUMN used_at ${text};
