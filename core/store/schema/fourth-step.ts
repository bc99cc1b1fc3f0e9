/**
 * The agent's day: whose an item is, what the person does with it, and why they were told.
 *
 * - `facet`: statuses, priorities, departments, assignees (their keys, see contract/models/filter.ts) and tags by a number,
 *   which keeps the indexes of queues so small that they stay in memory whatever ids a server has.
 * - `item`: `…_no` and `priority_rank` (see views/priority-rank.ts) repeat the record;
 *   `taken_at`, `followed`, `snoozed_until`, `snooze_or_change`, `woke` belong to this desktop, as `unread` does.
 *   `unread_from`: the event that made it unread, null when a person did. `read_batch`: the "mark all read" that made it
 *   read, until something else touches that. `woke` speaks of an unread item only. `gone_at`: when it left the queues.
 *   The table is made anew: adding a column to a strict table reads all of it, and what stands behind `data` is slow to read.
 * - `item_tag`: items in queues by tag; both are numbers.
 * - The indexes of queues hold all that filters look at: places and counts are found in one of them alone, whichever
 *   condition leads. `item_by_…` serve whole queues in another order.
 * - `event`: the rule that decided, why in a summary, the claim that told it, and for how many minutes it had waited.
 */
export const FOURTH = `
CREATE TABLE facet (
  no INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  value TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX facet_value ON facet (kind, value);

ALTER TABLE event ADD COLUMN rule TEXT;
ALTER TABLE event ADD COLUMN rule_name TEXT;
ALTER TABLE event ADD COLUMN summary TEXT;
ALTER TABLE event ADD COLUMN claim INTEGER;
ALTER TABLE event ADD COLUMN waited INTEGER;
ALTER TABLE toast ADD COLUMN withdrawn_at INTEGER;

INSERT OR IGNORE INTO facet (kind, value)
  SELECT DISTINCT kinds.kind, CASE kinds.kind
    WHEN 'status' THEN status
    WHEN 'priority' THEN priority
    WHEN 'department' THEN department_id
    ELSE CASE
      WHEN json_extract(data, '$.assigneeId') IS NOT NULL THEN 'id:' || json_extract(data, '$.assigneeId')
      WHEN assignee_name <> '' THEN 'name:' || assignee_name
    END
  END AS named
  FROM item CROSS JOIN (SELECT 'status' AS kind UNION ALL SELECT 'priority' UNION ALL SELECT 'department' UNION ALL SELECT 'assignee') AS kinds WHERE named IS NOT NULL;
INSERT INTO facet (kind, value) SELECT DISTINCT 'tag', worn.value FROM item, json_each(item.tag_ids) AS worn;

CREATE TABLE item_next (
  key INTEGER PRIMARY KEY,
  doc INTEGER NOT NULL,
  entity TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER,
  updated_at INTEGER,
  deleted_at INTEGER,
  gone TEXT,
  gone_at INTEGER,
  due_at INTEGER,
  unread INTEGER NOT NULL DEFAULT 0,
  unread_from INTEGER,
  read_batch INTEGER,
  followed INTEGER NOT NULL DEFAULT 0,
  snoozed_until INTEGER,
  snooze_or_change INTEGER NOT NULL DEFAULT 0,
  woke TEXT,
  taken_at INTEGER,
  number TEXT,
  number_key TEXT,
  title TEXT NOT NULL,
  status TEXT,
  status_no INTEGER,
  priority TEXT,
  priority_no INTEGER,
  priority_rank REAL,
  department_id TEXT,
  department_no INTEGER,
  consumer_id TEXT,
  assignee_name TEXT,
  assignee_no INTEGER,
  ticket_id TEXT,
  tag_ids TEXT NOT NULL,
  data TEXT NOT NULL
) STRICT;
INSERT INTO item_next (key, doc, entity, id, version, created_at, updated_at, deleted_at, gone, due_at, unread, number, number_key, title, status, priority,
    department_id, consumer_id, assignee_name, ticket_id, tag_ids, data, gone_at, status_no, priority_no, department_no, assignee_no, priority_rank)
  SELECT key, doc, entity, id, version, created_at, updated_at, deleted_at, gone, due_at, unread, number, number_key, title, status, priority,
    department_id, consumer_id, assignee_name, ticket_id, tag_ids, data,
    CASE WHEN deleted_at IS NOT NULL OR gone IS NOT NULL THEN coalesce(deleted_at, updated_at, doc) END,
    (SELECT no FROM facet WHERE kind = 'status' AND value = status),
    (SELECT no FROM facet WHERE kind = 'priority' AND value = priority),
    (SELECT no FROM facet WHERE kind = 'department' AND value = department_id),
    (SELECT no FROM facet WHERE kind = 'assignee' AND value = CASE
      WHEN json_extract(data, '$.assigneeId') IS NOT NULL THEN 'id:' || json_extract(data, '$.assigneeId')
      WHEN assignee_name <> '' THEN 'name:' || assignee_name
    END),
    CASE WHEN trim(priority) <> '' THEN (
  SELECT CASE
    WHEN word NOT GLOB '*[^0-9]*' AND word <> '' THEN min(CAST(word AS REAL), 1000000000)
    WHEN word IN ('urgent', 'urgente', 'urgentissimo', 'critical', 'critica', 'critico', 'emergency', 'emergencia', 'emergencial', 'immediate', 'imediata', 'imediato', 'inmediata', 'inmediato', 'blocker', 'highest', 'altissima', 'altisima', 'muito alta', 'muy alta', 'maxima') THEN 40
    WHEN word IN ('high', 'alta', 'alto', 'important', 'importante', 'major', 'elevada', 'elevado') THEN 30
    WHEN word IN ('low', 'baixa', 'baixo', 'baja', 'bajo', 'minor', 'lowest', 'muito baixa', 'muy baja', 'minima', 'trivial') THEN 10
    ELSE 20
  END FROM (SELECT
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(trim(priority)),
      'á', 'a'), 'à', 'a'), 'â', 'a'), 'ã', 'a'), 'é', 'e'), 'ê', 'e'), 'í', 'i'), 'ó', 'o'),
      'Á', 'a'), 'À', 'a'), 'Â', 'a'), 'Ã', 'a'), 'É', 'e'), 'Ê', 'e'), 'Í', 'i'), 'Ó', 'o') AS word)
    ) END
  FROM item ORDER BY key;
DROP TABLE item;
ALTER TABLE item_next RENAME TO item;
UPDATE event SET claim = (
  SELECT max(claim) FROM toast WHERE toast.id = event.toast_id AND EXISTS (SELECT 1 FROM json_each(toast.seqs) WHERE value = event.seq)
) WHERE toast_id IS NOT NULL;

CREATE TABLE item_tag (
  entity TEXT NOT NULL,
  tag_no INTEGER NOT NULL,
  item INTEGER NOT NULL,
  PRIMARY KEY (entity, tag_no, item)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO item_tag (entity, tag_no, item)
  SELECT item.entity, (SELECT no FROM facet WHERE kind = 'tag' AND value = worn.value), item.key FROM item CROSS JOIN json_each(item.tag_ids) AS worn
  WHERE item.deleted_at IS NULL AND item.gone IS NULL;

CREATE UNIQUE INDEX item_doc ON item (doc);
CREATE UNIQUE INDEX item_identity ON item (entity, id);
CREATE INDEX item_queue ON item (entity, doc, id) WHERE deleted_at IS NULL AND gone IS NULL;
CREATE INDEX item_number ON item (number_key) WHERE number_key IS NOT NULL;
CREATE INDEX item_ticket ON item (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX item_changed ON item (entity, doc, status_no, priority_no, department_no, assignee_no, unread, snoozed_until, priority_rank, due_at, created_at, number_key)
  WHERE deleted_at IS NULL AND gone IS NULL;
CREATE INDEX item_status ON item (entity, status_no, doc, priority_no, department_no, assignee_no, unread, snoozed_until, priority_rank, due_at, created_at, number_key)
  WHERE deleted_at IS NULL AND gone IS NULL;
CREATE INDEX item_priority ON item (entity, priority_no, doc, status_no, department_no, assignee_no, unread, snoozed_until, priority_rank, due_at, created_at, number_key)
  WHERE deleted_at IS NULL AND gone IS NULL;
CREATE INDEX item_department ON item (entity, department_no, doc, status_no, priority_no, assignee_no, unread, snoozed_until, priority_rank, due_at, created_at, number_key)
  WHERE deleted_at IS NULL AND gone IS NULL;
CREATE INDEX item_assignee ON item (entity, assignee_no, doc, status_no, priority_no, department_no, unread, snoozed_until, priority_rank, due_at, created_at, number_key)
  WHERE deleted_at IS NULL AND gone IS NULL;
CREATE INDEX item_unread ON item (entity, doc, followed, status_no, priority_no, department_no, assignee_no, snoozed_until, priority_rank, due_at, created_at, number_key)
  WHERE unread = 1 AND deleted_at IS NULL AND gone IS NULL;
CREATE INDEX item_followed ON item (entity, doc) WHERE followed = 1 AND deleted_at IS NULL AND gone IS NULL;
CREATE INDEX item_snoozed ON item (snoozed_until, entity) WHERE snoozed_until IS NOT NULL;
CREATE INDEX item_by_created ON item (entity, created_at, doc, snoozed_until) WHERE deleted_at IS NULL AND gone IS NULL;
CREATE INDEX item_by_due ON item (entity, due_at, doc, unread, snoozed_until) WHERE deleted_at IS NULL AND gone IS NULL;
CREATE INDEX item_by_priority ON item (entity, priority_rank, doc, snoozed_until) WHERE deleted_at IS NULL AND gone IS NULL;
CREATE INDEX item_by_number ON item (entity, length(number_key), number_key, doc, snoozed_until) WHERE deleted_at IS NULL AND gone IS NULL;
CREATE INDEX item_consumer ON item (consumer_id, doc, entity) WHERE consumer_id IS NOT NULL AND deleted_at IS NULL AND gone IS NULL;
CREATE INDEX item_waiting ON item (created_at) WHERE assignee_no IS NULL AND deleted_at IS NULL AND gone IS NULL;
CREATE INDEX item_batch ON item (read_batch) WHERE read_batch IS NOT NULL;
CREATE INDEX item_gone ON item (gone_at) WHERE gone_at IS NOT NULL;
CREATE INDEX event_seen ON event (seen_at);
`;
