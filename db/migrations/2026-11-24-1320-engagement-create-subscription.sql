-- Updates by e-mail: sign-up with proof of consent, bulletins, one delivery for each subscriber and bulletin.
create table engagement.subscriber (
  id uuid constraint subscriber_pkey primary key,
  address_hash bytea not null constraint subscriber_address_key unique,
  key_hash bytea not null constraint subscriber_key_key unique,
  state text not null constraint subscriber_state check (state in ('pending', 'confirmed', 'unsubscribed')),
  language text not null constraint subscriber_language check (language in ('en', 'fr')),
  frequency text not null constraint subscriber_frequency check (frequency in ('at-once', 'daily', 'weekly')),
  topics text[] not null,
  signed_up_at timestamptz not null,
  confirmed_at timestamptz,
  unsubscribed_at timestamptz,
  -- Proof of consent (CASL): which wording, in which language, how.
  consent jsonb not null
);
create index subscriber_confirmed on engagement.subscriber (frequency) where state = 'confirmed';
create table engagement.subscriber_address (
  subscriber_id uuid constraint subscriber_address_pkey primary key constraint subscriber_address_subscriber_fkey references engagement.subscriber,
  email text not null
);
create table engagement.bulletin (
  id uuid constraint bulletin_pkey primary key,
  number integer not null constraint bulletin_number_key unique,
  state text not null constraint bulletin_state check (state in ('draft', 'sent')),
  made_at timestamptz not null,
  sent_at timestamptz,
  approved_en boolean not null default false,
  approved_fr boolean not null default false
);
create table engagement.bulletin_line (
  id uuid constraint bulletin_line_pkey primary key,
  bulletin_id uuid not null constraint bulletin_line_bulletin_fkey references engagement.bulletin,
  position integer not null,
  topic text not null,
  body platform.bilingual not null,
  included boolean not null default true
);
create index bulletin_line_bulletin on engagement.bulletin_line (bulletin_id);
create table engagement.delivery (
  id uuid constraint delivery_pkey primary key,
  bulletin_id uuid not null constraint delivery_bulletin_fkey references engagement.bulletin,
  subscriber_id uuid not null constraint delivery_subscriber_fkey references engagement.subscriber,
  mailed_at timestamptz,
  constraint delivery_once unique (bulletin_id, subscriber_id)
);
create index delivery_due on engagement.delivery (subscriber_id) where mailed_at is null;
do $$ declare t text; begin
  foreach t in array array['subscriber', 'subscriber_address', 'bulletin', 'bulletin_line', 'delivery'] loop
    execute format('alter table engagement.%I enable row level security, force row level security', t);
  end loop;
end $$;
create trigger bulletin_content_changed after insert or update or delete on engagement.bulletin for each statement execute function platform.content_changed();
create trigger bulletin_line_content_changed after insert or update or delete on engagement.bulletin_line for each statement execute function platform.content_changed();

-- The key of a subscriber's links is derived, so that every mail can carry it and the database keeps only its hash.
create function engagement.subscriber_key(subscriber uuid) returns text language sql stable security definer set search_path = '' as $$
  -- 128 bits in 22 letters: short, so that a header line with the address is not folded.
  select translate(encode(substr(platform.context_mac('subscriber ' || subscriber), 1, 16), 'base64'), '+/=', '-_')
$$;

-- Signs an address up, or again: one row for each address, pending until its owner confirms. The answer is for the mail alone.
create function engagement.sign_up(new_id uuid, email text, given_language text, given_frequency text, given_topics text[], proof jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  hash bytea := platform.context_mac('mail ' || lower(email));
  found engagement.subscriber;
begin
  insert into engagement.subscriber (id, address_hash, key_hash, state, language, frequency, topics, signed_up_at, consent)
  values (new_id, hash, sha256(convert_to(engagement.subscriber_key(new_id), 'UTF8')), 'pending', given_language, given_frequency, given_topics, platform.ctx_now(), proof)
  on conflict (address_hash) do update set
    state = case when engagement.subscriber.state = 'confirmed' then 'confirmed' else 'pending' end,
    language = case when engagement.subscriber.state = 'confirmed' then engagement.subscriber.language else excluded.language end,
    frequency = case when engagement.subscriber.state = 'confirmed' then engagement.subscriber.frequency else excluded.frequency end,
    topics = case when engagement.subscriber.state = 'confirmed' then engagement.subscriber.topics else excluded.topics end,
    signed_up_at = excluded.signed_up_at,
    consent = case when engagement.subscriber.state = 'confirmed' then engagement.subscriber.consent else excluded.consent end
  returning * into found;
  insert into engagement.subscriber_address (subscriber_id, email) values (found.id, sign_up.email) on conflict (subscriber_id) do nothing;
  return jsonb_build_object('id', found.id, 'confirmed', found.state = 'confirmed', 'key', engagement.subscriber_key(found.id));
end $$;

-- Ends the subscription whose key was shown; what was queued for it is withheld in the same moment.
create function engagement.unsubscribe() returns boolean language plpgsql security definer set search_path = '' as $$
declare
  gone uuid;
begin
  update engagement.subscriber set state = 'unsubscribed', unsubscribed_at = platform.ctx_now() where key_hash = platform.ctx_capability() returning id into gone;
  if gone is null then return false; end if;
  update platform.mail_message set state = 'withheld' where recipient_key = gone and state = 'queued';
  update engagement.delivery set mailed_at = platform.ctx_now() where subscriber_id = gone and mailed_at is null;
  return true;
end $$;
