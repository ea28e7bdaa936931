-- A ledger. Events are the truth; everything below "projection" follows from them and can be rebuilt.

-- body: the canonical bytes that were hashed, never rewritten. leaf: SHA-256(0x00 ‖ body). seq = leaf index + 1, without gaps.
CREATE TABLE event (
  seq INTEGER PRIMARY KEY,
  body BLOB NOT NULL,
  leaf BLOB NOT NULL CHECK (length(leaf) = 32)
) STRICT;

-- One a commit: how many events there were then, and the RFC 6962 root over them. frontier: the digests from which the tree grows on.
CREATE TABLE checkpoint (
  number INTEGER PRIMARY KEY,
  size INTEGER NOT NULL UNIQUE CHECK (size > 0),
  root BLOB NOT NULL CHECK (length(root) = 32),
  frontier BLOB NOT NULL
) STRICT;

-- Projection. The columns of a record's table are its fields in lib/jiezhuan/model/: text is TEXT; a code is its number, a date
-- yyyymmdd with 00 for what is not known, a citizen ID its first 17 digits; 0 is absent; a reference is NULL where absent. Which codes
-- there are, the code tables of the model alone say: a new one needs no change here, and `ledger verify` compares every value with its event.

CREATE TABLE "organisation" (
  id INTEGER PRIMARY KEY,
  "address" TEXT NOT NULL,
  "authority_since" INTEGER NOT NULL CHECK ("authority_since" = 0 OR "authority_since" BETWEEN 18500000 AND 21991231),
  "can_approve_probationary" INTEGER NOT NULL CHECK ("can_approve_probationary" >= 0),
  "code" TEXT NOT NULL,
  "contact" TEXT NOT NULL,
  "credit_code" TEXT NOT NULL,
  "dissolved_basis" TEXT NOT NULL,
  "dissolved_on" INTEGER NOT NULL CHECK ("dissolved_on" = 0 OR "dissolved_on" BETWEEN 18500000 AND 21991231),
  "distance" INTEGER NOT NULL CHECK ("distance" >= 0),
  "fax" TEXT NOT NULL,
  "former_names" TEXT NOT NULL,
  "has_committee" INTEGER NOT NULL CHECK ("has_committee" >= 0),
  "kind" INTEGER NOT NULL CHECK ("kind" >= 0),
  "name" TEXT NOT NULL,
  "outside" INTEGER NOT NULL CHECK ("outside" >= 0),
  "parent" INTEGER REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  "phone" TEXT NOT NULL,
  "postcode" TEXT NOT NULL,
  "remarks" TEXT NOT NULL,
  "short_name" TEXT NOT NULL,
  "since" INTEGER NOT NULL CHECK ("since" = 0 OR "since" BETWEEN 18500000 AND 21991231),
  "state" INTEGER NOT NULL CHECK ("state" >= 0),
  "successor" INTEGER REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  "unit_names" TEXT NOT NULL,
  "units" INTEGER NOT NULL CHECK ("units" >= 0)
) STRICT;

CREATE TABLE "member" (
  id INTEGER PRIMARY KEY,
  "abroad_purpose" INTEGER NOT NULL CHECK ("abroad_purpose" >= 0),
  "activist_since" INTEGER NOT NULL CHECK ("activist_since" = 0 OR "activist_since" BETWEEN 18500000 AND 21991231),
  "address" TEXT NOT NULL,
  "admission" INTEGER NOT NULL CHECK ("admission" = 0 OR "admission" BETWEEN 18500000 AND 21991231),
  "at_school_since" INTEGER NOT NULL CHECK ("at_school_since" = 0 OR "at_school_since" BETWEEN 18500000 AND 21991231),
  "away_contact" TEXT NOT NULL,
  "away_direction" INTEGER NOT NULL CHECK ("away_direction" >= 0),
  "away_place" TEXT NOT NULL,
  "away_reason" INTEGER NOT NULL CHECK ("away_reason" >= 0),
  "away_since" INTEGER NOT NULL CHECK ("away_since" = 0 OR "away_since" BETWEEN 18500000 AND 21991231),
  "birth" INTEGER NOT NULL CHECK ("birth" = 0 OR "birth" BETWEEN 18500000 AND 21991231),
  "branch" INTEGER REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  "candidate_since" INTEGER NOT NULL CHECK ("candidate_since" = 0 OR "candidate_since" BETWEEN 18500000 AND 21991231),
  "card_checked_on" INTEGER NOT NULL CHECK ("card_checked_on" = 0 OR "card_checked_on" BETWEEN 18500000 AND 21991231),
  "card_issued_on" INTEGER NOT NULL CHECK ("card_issued_on" = 0 OR "card_issued_on" BETWEEN 18500000 AND 21991231),
  "card_no" TEXT NOT NULL,
  "category" INTEGER NOT NULL CHECK ("category" >= 0),
  "citizen_id" INTEGER NOT NULL CHECK ("citizen_id" >= 0),
  "conversion" INTEGER NOT NULL CHECK ("conversion" = 0 OR "conversion" BETWEEN 18500000 AND 21991231),
  "conversion_approved_by" TEXT NOT NULL,
  "conversion_approved_on" INTEGER NOT NULL CHECK ("conversion_approved_on" = 0 OR "conversion_approved_on" BETWEEN 18500000 AND 21991231),
  "conversion_meeting" INTEGER NOT NULL CHECK ("conversion_meeting" = 0 OR "conversion_meeting" BETWEEN 18500000 AND 21991231),
  "document_no" TEXT NOT NULL,
  "document_type" INTEGER NOT NULL CHECK ("document_type" >= 0),
  "dues_paid_through" INTEGER NOT NULL CHECK ("dues_paid_through" = 0 OR "dues_paid_through" BETWEEN 18500000 AND 21991231),
  "education" INTEGER NOT NULL CHECK ("education" >= 0),
  "employer" TEXT NOT NULL,
  "employer_has_org" INTEGER NOT NULL CHECK ("employer_has_org" >= 0),
  "entry_basis" INTEGER NOT NULL CHECK ("entry_basis" >= 0),
  "ethnic" INTEGER NOT NULL CHECK ("ethnic" >= 0),
  "file_held_by" TEXT NOT NULL,
  "file_items" TEXT NOT NULL,
  "fixed_residence" INTEGER NOT NULL CHECK ("fixed_residence" >= 0),
  "labour_relation" INTEGER NOT NULL CHECK ("labour_relation" >= 0),
  "last_activity" INTEGER NOT NULL CHECK ("last_activity" = 0 OR "last_activity" BETWEEN 18500000 AND 21991231),
  "last_contact" INTEGER NOT NULL CHECK ("last_contact" = 0 OR "last_contact" BETWEEN 18500000 AND 21991231),
  "leave_reason" INTEGER NOT NULL CHECK ("leave_reason" >= 0),
  "left_on" INTEGER NOT NULL CHECK ("left_on" = 0 OR "left_on" BETWEEN 18500000 AND 21991231),
  "loss_cause" INTEGER NOT NULL CHECK ("loss_cause" >= 0),
  "name" TEXT NOT NULL,
  "phone" TEXT NOT NULL,
  "probation_extended_to" INTEGER NOT NULL CHECK ("probation_extended_to" = 0 OR "probation_extended_to" BETWEEN 18500000 AND 21991231),
  "relation_org" TEXT NOT NULL,
  "remarks" TEXT NOT NULL,
  "report_in_on" INTEGER NOT NULL CHECK ("report_in_on" = 0 OR "report_in_on" BETWEEN 18500000 AND 21991231),
  "report_in_to" TEXT NOT NULL,
  "retired_kind" INTEGER NOT NULL CHECK ("retired_kind" >= 0),
  "settled_since" INTEGER NOT NULL CHECK ("settled_since" = 0 OR "settled_since" BETWEEN 18500000 AND 21991231),
  "sex" INTEGER NOT NULL CHECK ("sex" >= 0),
  "stable_job" INTEGER NOT NULL CHECK ("stable_job" >= 0),
  "stage" INTEGER NOT NULL CHECK ("stage" >= 0),
  "standing" INTEGER NOT NULL CHECK ("standing" >= 0),
  "standing_since" INTEGER NOT NULL CHECK ("standing_since" = 0 OR "standing_since" BETWEEN 18500000 AND 21991231),
  "status" INTEGER NOT NULL CHECK ("status" >= 0),
  "status_basis" TEXT NOT NULL,
  "status_decided_by" TEXT NOT NULL,
  "status_since" INTEGER NOT NULL CHECK ("status_since" = 0 OR "status_since" BETWEEN 18500000 AND 21991231),
  "status_until" INTEGER NOT NULL CHECK ("status_until" = 0 OR "status_until" BETWEEN 18500000 AND 21991231)
) STRICT;

CREATE TABLE "batch" (
  id INTEGER PRIMARY KEY,
  "explanation" TEXT NOT NULL,
  "from" INTEGER REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  "kind" INTEGER NOT NULL CHECK ("kind" >= 0),
  "left_out" INTEGER NOT NULL CHECK ("left_out" >= 0),
  "left_out_reason" TEXT NOT NULL,
  "listed" INTEGER NOT NULL CHECK ("listed" >= 0),
  "opened_on" INTEGER NOT NULL CHECK ("opened_on" = 0 OR "opened_on" BETWEEN 18500000 AND 21991231),
  "source" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "whole" INTEGER NOT NULL CHECK ("whole" >= 0)
) STRICT;

CREATE TABLE "transfer" (
  id INTEGER PRIMARY KEY,
  "addressee" INTEGER REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  "approved_on" INTEGER NOT NULL CHECK ("approved_on" = 0 OR "approved_on" BETWEEN 18500000 AND 21991231),
  "assigned_on" INTEGER NOT NULL CHECK ("assigned_on" = 0 OR "assigned_on" BETWEEN 18500000 AND 21991231),
  "away_until" INTEGER NOT NULL CHECK ("away_until" = 0 OR "away_until" BETWEEN 18500000 AND 21991231),
  "batch" INTEGER REFERENCES "batch"(id) DEFERRABLE INITIALLY DEFERRED,
  "branch" INTEGER REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  "channel" INTEGER NOT NULL CHECK ("channel" >= 0),
  "closed_on" INTEGER NOT NULL CHECK ("closed_on" = 0 OR "closed_on" BETWEEN 18500000 AND 21991231),
  "contact_person" TEXT NOT NULL,
  "destination" TEXT NOT NULL,
  "from" INTEGER REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  "from_name" TEXT NOT NULL,
  "held_since" INTEGER NOT NULL CHECK ("held_since" = 0 OR "held_since" BETWEEN 18500000 AND 21991231),
  "hold_reason" TEXT NOT NULL,
  "kind" INTEGER NOT NULL CHECK ("kind" >= 0),
  "letter" INTEGER REFERENCES "letter"(id) DEFERRABLE INITIALLY DEFERRED,
  "member" INTEGER REFERENCES "member"(id) DEFERRABLE INITIALLY DEFERRED,
  "minutes" TEXT NOT NULL,
  "online_no" TEXT NOT NULL,
  "online_note" TEXT NOT NULL,
  "online_receiver" TEXT NOT NULL,
  "online_since" INTEGER NOT NULL CHECK ("online_since" = 0 OR "online_since" BETWEEN 18500000 AND 21991231),
  "online_state" INTEGER NOT NULL CHECK ("online_state" >= 0),
  "online_state_on" INTEGER NOT NULL CHECK ("online_state_on" = 0 OR "online_state_on" BETWEEN 18500000 AND 21991231),
  "opened_on" INTEGER NOT NULL CHECK ("opened_on" = 0 OR "opened_on" BETWEEN 18500000 AND 21991231),
  "outcome_reason" TEXT NOT NULL,
  "presented_on" INTEGER NOT NULL CHECK ("presented_on" = 0 OR "presented_on" BETWEEN 18500000 AND 21991231),
  "reason" INTEGER NOT NULL CHECK ("reason" >= 0),
  "reason_note" TEXT NOT NULL,
  "received_evidence" TEXT NOT NULL,
  "received_on" INTEGER NOT NULL CHECK ("received_on" = 0 OR "received_on" BETWEEN 18500000 AND 21991231),
  "remarks" TEXT NOT NULL,
  "resumed_on" INTEGER NOT NULL CHECK ("resumed_on" = 0 OR "resumed_on" BETWEEN 18500000 AND 21991231),
  "sent_on" INTEGER NOT NULL CHECK ("sent_on" = 0 OR "sent_on" BETWEEN 18500000 AND 21991231),
  "state" INTEGER NOT NULL CHECK ("state" >= 0),
  "to" INTEGER REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  "verified_basis" TEXT NOT NULL,
  "verified_by" TEXT NOT NULL,
  "verified_items" TEXT NOT NULL,
  "verified_on" INTEGER NOT NULL CHECK ("verified_on" = 0 OR "verified_on" BETWEEN 18500000 AND 21991231),
  "voucher" INTEGER NOT NULL CHECK ("voucher" >= 0)
) STRICT;

CREATE TABLE "letter" (
  id INTEGER PRIMARY KEY,
  "addressee" TEXT NOT NULL,
  "age" INTEGER NOT NULL CHECK ("age" >= 0),
  "archive_page" TEXT NOT NULL,
  "archive_volume" TEXT NOT NULL,
  "archived_on" INTEGER NOT NULL CHECK ("archived_on" = 0 OR "archived_on" BETWEEN 18500000 AND 21991231),
  "batch" INTEGER REFERENCES "batch"(id) DEFERRABLE INITIALLY DEFERRED,
  "committee_address" TEXT NOT NULL,
  "committee_fax" TEXT NOT NULL,
  "committee_phone" TEXT NOT NULL,
  "committee_postcode" TEXT NOT NULL,
  "content_hash" TEXT NOT NULL,
  "delivered_how" TEXT NOT NULL,
  "delivered_on" INTEGER NOT NULL CHECK ("delivered_on" = 0 OR "delivered_on" BETWEEN 18500000 AND 21991231),
  "delivered_to" TEXT NOT NULL,
  "direction" INTEGER NOT NULL CHECK ("direction" >= 0),
  "dues_paid_through" INTEGER NOT NULL CHECK ("dues_paid_through" = 0 OR "dues_paid_through" BETWEEN 18500000 AND 21991231),
  "ethnic" INTEGER NOT NULL CHECK ("ethnic" >= 0),
  "exchanged_for" INTEGER REFERENCES "letter"(id) DEFERRABLE INITIALLY DEFERRED,
  "exchanged_on" INTEGER NOT NULL CHECK ("exchanged_on" = 0 OR "exchanged_on" BETWEEN 18500000 AND 21991231),
  "exchanges" INTEGER REFERENCES "letter"(id) DEFERRABLE INITIALLY DEFERRED,
  "flaws" TEXT NOT NULL,
  "from_unit" TEXT NOT NULL,
  "id_no" TEXT NOT NULL,
  "issued_on" INTEGER NOT NULL CHECK ("issued_on" = 0 OR "issued_on" BETWEEN 18500000 AND 21991231),
  "issuer" INTEGER REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  "issuer_name" TEXT NOT NULL,
  "kind" INTEGER NOT NULL CHECK ("kind" >= 0),
  "list" TEXT NOT NULL,
  "member" INTEGER REFERENCES "member"(id) DEFERRABLE INITIALLY DEFERRED,
  "member_contact" TEXT NOT NULL,
  "name" TEXT NOT NULL,
  "no" TEXT NOT NULL,
  "number_source" INTEGER NOT NULL CHECK ("number_source" >= 0),
  "persons" INTEGER NOT NULL CHECK ("persons" >= 0),
  "receipt_handler" TEXT NOT NULL,
  "receipt_issued_on" INTEGER NOT NULL CHECK ("receipt_issued_on" = 0 OR "receipt_issued_on" BETWEEN 18500000 AND 21991231),
  "receipt_on" INTEGER NOT NULL CHECK ("receipt_on" = 0 OR "receipt_on" BETWEEN 18500000 AND 21991231),
  "receipt_phone" TEXT NOT NULL,
  "receipt_recorded_on" INTEGER NOT NULL CHECK ("receipt_recorded_on" = 0 OR "receipt_recorded_on" BETWEEN 18500000 AND 21991231),
  "receipt_sent_how" TEXT NOT NULL,
  "receipt_sent_on" INTEGER NOT NULL CHECK ("receipt_sent_on" = 0 OR "receipt_sent_on" BETWEEN 18500000 AND 21991231),
  "receipt_to" TEXT NOT NULL,
  "receiver_notified_on" INTEGER NOT NULL CHECK ("receiver_notified_on" = 0 OR "receiver_notified_on" BETWEEN 18500000 AND 21991231),
  "remarks" TEXT NOT NULL,
  "replaced_by" INTEGER REFERENCES "letter"(id) DEFERRABLE INITIALLY DEFERRED,
  "replaces" INTEGER REFERENCES "letter"(id) DEFERRABLE INITIALLY DEFERRED,
  "serial" INTEGER NOT NULL CHECK ("serial" >= 0),
  "sex" INTEGER NOT NULL CHECK ("sex" >= 0),
  "stage" INTEGER NOT NULL CHECK ("stage" >= 0),
  "state" INTEGER NOT NULL CHECK ("state" >= 0),
  "state_on" INTEGER NOT NULL CHECK ("state_on" = 0 OR "state_on" BETWEEN 18500000 AND 21991231),
  "state_reason" TEXT NOT NULL,
  "template_id" TEXT NOT NULL,
  "to_unit" TEXT NOT NULL,
  "transfer" INTEGER REFERENCES "transfer"(id) DEFERRABLE INITIALLY DEFERRED,
  "valid_days" INTEGER NOT NULL CHECK ("valid_days" >= 0),
  "valid_until" INTEGER NOT NULL CHECK ("valid_until" = 0 OR "valid_until" BETWEEN 18500000 AND 21991231),
  "year" INTEGER NOT NULL CHECK ("year" >= 0)
) STRICT;

CREATE TABLE "stock" (
  id INTEGER PRIMARY KEY,
  "counted" INTEGER NOT NULL CHECK ("counted" >= 0),
  "counted_expected" INTEGER NOT NULL CHECK ("counted_expected" >= 0),
  "counted_on" INTEGER NOT NULL CHECK ("counted_on" = 0 OR "counted_on" BETWEEN 18500000 AND 21991231),
  "first" INTEGER NOT NULL CHECK ("first" >= 0),
  "issuer" INTEGER REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  "kind" INTEGER NOT NULL CHECK ("kind" >= 0),
  "last" INTEGER NOT NULL CHECK ("last" >= 0),
  "prefix" TEXT NOT NULL,
  "received_from" TEXT NOT NULL,
  "received_on" INTEGER NOT NULL CHECK ("received_on" = 0 OR "received_on" BETWEEN 18500000 AND 21991231),
  "width" INTEGER NOT NULL CHECK ("width" >= 0),
  "year" INTEGER NOT NULL CHECK ("year" >= 0)
) STRICT;

CREATE TABLE "intake" (
  id INTEGER PRIMARY KEY,
  "applied" INTEGER NOT NULL CHECK ("applied" >= 0),
  "batch" INTEGER REFERENCES "batch"(id) DEFERRABLE INITIALLY DEFERRED,
  "command" TEXT NOT NULL,
  "file" TEXT NOT NULL,
  "key" TEXT NOT NULL,
  "on" INTEGER NOT NULL CHECK ("on" = 0 OR "on" BETWEEN 18500000 AND 21991231),
  "pending" TEXT NOT NULL,
  "refused" INTEGER NOT NULL CHECK ("refused" >= 0),
  "rows" INTEGER NOT NULL CHECK ("rows" >= 0),
  "unchanged" INTEGER NOT NULL CHECK ("unchanged" >= 0)
) STRICT;

CREATE TABLE "profile" (
  id INTEGER PRIMARY KEY,
  "adopted_on" INTEGER NOT NULL CHECK ("adopted_on" = 0 OR "adopted_on" BETWEEN 18500000 AND 21991231),
  "content" TEXT NOT NULL,
  "name" TEXT NOT NULL
) STRICT;

-- Which events set a record after the one that created it (the record's id is the seq of that one).
CREATE TABLE event_subject (
  kind INTEGER NOT NULL,
  record INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (kind, record, seq)
) STRICT, WITHOUT ROWID;

-- Identity is unique over all standings.
CREATE TABLE member_by_citizen_id (
  citizen_id INTEGER PRIMARY KEY,
  member INTEGER NOT NULL
) STRICT;

CREATE TABLE member_by_document (
  type INTEGER NOT NULL,
  no TEXT NOT NULL,
  member INTEGER NOT NULL,
  PRIMARY KEY (type, no)
) STRICT, WITHOUT ROWID;

CREATE INDEX organisation_by_name ON organisation (name);
CREATE INDEX transfer_by_member ON transfer (member);
CREATE INDEX transfer_by_batch ON transfer (batch) WHERE batch IS NOT NULL;
CREATE INDEX intake_by_batch ON intake (batch) WHERE batch IS NOT NULL;
CREATE INDEX letter_by_transfer ON letter (transfer);
CREATE INDEX letter_by_member ON letter (member);
CREATE INDEX letter_by_batch ON letter (batch) WHERE batch IS NOT NULL;
CREATE INDEX letter_by_number ON letter ("no");
-- One number once in a series of ours (of direction 1 or 3): issuer, kind, year.
CREATE UNIQUE INDEX letter_series ON letter (issuer, kind, year, "no") WHERE direction IN (1, 3);
CREATE INDEX letter_serial ON letter (issuer, kind, year, serial);
