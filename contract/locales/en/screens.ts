import type { Refusal } from '../../profile/refusal.ts';
import { actions, commands, consumer, emptiness, filters, help, palette, row, say, scopes, snooze, views } from './screens/agent-day.ts';
import { checks, desktops, firstRun } from './screens/first-run.ts';
import { diagnostics } from './screens/diagnostics.ts';
import { identity } from './screens/identity.ts';
import { ledger } from './screens/ledger.ts';
import { profiles } from './screens/profiles.ts';
import { setUp } from './screens/set-up.ts';
import { rules } from './screens/rules.ts';
import { settings } from './screens/settings.ts';
import { notice, status } from './screens/status.ts';

const refusal: Record<Refusal, string> = {
  tooDeep: 'it is nested too deeply',
  oldFormat: 'it is a Postman collection of the old format 1',
  foldersTooDeep: 'its folders are nested too deeply',
  tooManyRequests: 'it holds more than 2,000 requests',
  unsafeNames: 'it holds names that no profile has',
  profileParts: 'parts of the profile are missing or wrong',
  newerProfile: 'it was made by a newer version of this app',
  changingCall: 'one of its calls would change tickets or other data instead of reading it',
  notSettings: 'it holds no settings of this app',
  notRules: 'it holds no notification rules of this app',
  tooManyRules: 'with yours it would be more rules than the app can keep',
};

/** Words inside the windows. Plural forms follow i18next (`_one`, `_other`, chosen by `count`). */
export const screens = {
  app: {
    name: 'Cxpress Tray',
    starting: 'Starting…',
    crashed: { what: 'This window ran into a problem it could not get past.', next: 'Load the window again. Nothing that is stored is lost.', retry: 'Load again' },
    retry: 'Try again',
    dismiss: 'Dismiss',
    yes: 'Yes',
    no: 'No',
    close: 'Close',
    cancel: 'Cancel',
    none: 'none',
  },

  /** Words an error's sentence falls back on when the error does not say. */
  error: {
    host: 'the server', status: 'unknown', hotkey: 'this combination', until: 'the block ends', reason: 'it cannot be read safely', missing: 'a list of tickets',
    /** Why a file was refused; goes into `errors.fileRefused`. */
    refusal,
  },

  entity: { ticket: 'Tickets', task: 'Tasks', consumer: 'Consumers', department: 'Departments', ticketTag: 'Ticket tags', consumerTag: 'Consumer tags', customField: 'Custom fields' },

  nav: {
    label: 'Main',
    tickets: 'Tickets',
    tasks: 'Tasks',
    settings: 'Settings',
    lookup: 'Lookup',
    lookupHint: 'Look up a ticket or task. From any program: {{hotkey}}',
    lookupNone: 'Look up a ticket or task. No hotkey is set; choose one in Settings.',
    keys: '{{label}} ({{keys}})',
    unread_one: '{{count, number}} unread',
    unread_other: '{{count, number}} unread',
  },

  firstRun,
  checks,
  desktops,
  actions,
  commands,
  consumer,
  emptiness,
  filters,
  help,
  palette,
  row,
  say,
  scopes,
  snooze,
  views,
  queue: {
    filter: { label: 'Filter', all: 'All', unread: 'Unread' },
    list: { ticket: 'Ticket list', task: 'Task list' },
    total: {
      ticket_one: '{{count, number}} ticket', ticket_other: '{{count, number}} tickets',
      task_one: '{{count, number}} task', task_other: '{{count, number}} tasks',
    },
    unreadTotal_one: '{{count, number}} unread',
    unreadTotal_other: '{{count, number}} unread',
    unread: 'Unread',
    untitled: 'Without a title',
    moreTags_one: '{{count}} more tag',
    moreTags_other: '{{count}} more tags',
    loading: 'Loading',
    due: { in: 'Due in {{time}}', on: 'Due {{date}}', overdue: 'Overdue {{time}}', overdueSince: 'Overdue since {{date}}', now: 'Due now' },
    age: { updated: 'Updated {{time}}', created: 'Created {{time}}' },
    priority: 'Priority: {{priority}}',
    empty: {
      ticket: { title: 'No tickets yet', text: 'A ticket appears here as soon as Cxpress has one.' },
      task: { title: 'No tasks yet', text: 'A task appears here as soon as Cxpress has one.' },
      unread: { title: 'Nothing unread', text: 'You have opened everything there is.', action: 'Show all' },
      first: { title: 'First sync', text: 'The local copy is being filled. Rows appear here as they arrive.' },
      noPermission: {
        ticket: { title: 'This token may not read tickets' },
        task: { title: 'This token may not read tasks' },
        text: 'A token cannot be edited. The company owner creates a new one with this permission (Configurations → Company → API); paste the new pair in Settings.',
        action: 'Open settings',
      },
      offline: { title: 'No connection yet', text: 'Nothing is stored here so far. The first sync starts by itself when the network is back.' },
      blocked: { title: 'Waiting until {{time}}', text: 'Cxpress has blocked this address because too many requests came from it. The first sync goes on by itself.' },
    },
    banner: {
      first: 'First sync: rows appear as they arrive.',
      offline: 'Offline. This is what was known at {{time}}.',
      offlineNever: 'Offline. The local copy is not complete yet.',
      blocked: 'Too many requests came from this office’s address, so Cxpress has blocked it until {{until}}; reading goes on by itself then. This is what was known at {{time}}.',
      blockedNever: 'Too many requests came from this office’s address, so Cxpress has blocked it until {{until}}; reading goes on by itself then. The local copy is not complete yet.',
      needsTokens: 'The session has ended. This is what was known at {{time}}.',
      needsTokensNever: 'The session has ended. The local copy is not complete yet.',
      paste: 'Paste new tokens',
      noPermission: 'The token no longer allows reading this. Rows stay as they were.',
    },
  },

  detail: {
    label: 'Details',
    nothing: { ticket: 'No ticket selected', task: 'No task selected', text: 'Choose one from the list to read it here.' },
    loading: 'Loading',
    markRead: 'Mark as read',
    markUnread: 'Mark as unread',
    back: 'Back to list',
    close: 'Close details',
    /** Why an item is in no queue any more. What was known stays readable. */
    gone: {
      deleted: { badge: 'Deleted in Cxpress', what: 'It was deleted in Cxpress. What is shown is what was known last.' },
      notFound: { badge: 'Not found', what: 'Cxpress does not know it any more. What is shown is what was known last.' },
      forbidden: { badge: 'No permission', what: 'Your account may not read it any more. What is shown is what was known last.' },
      unlisted: { badge: 'Not listed', what: 'Cxpress no longer lists it, so it left the queue. What is shown is what was known last.' },
    },
    properties: 'Properties',
    status: 'Status: {{status}}',
    priority: 'Priority',
    department: 'Department',
    assignee: 'Assignee',
    channel: 'Channel',
    created: 'Created',
    updated: 'Updated',
    due: 'Due',
    unassigned: 'Nobody',
    description: 'Description',
    noDescription: 'No description.',
    consumer: 'Consumer',
    email: 'E-mail',
    phone: 'Phone',
    document: 'Document',
    tasks: 'Tasks',
    ticket: 'Ticket',
    history: 'History',
    noHistory: 'No change seen yet.',
    kind: { new: 'New', changed: 'Changed', deleted: 'Left the queue', woke: 'Back from snooze', waiting: 'Waits for an assignee' },
    change: '{{field}}: {{from}} → {{to}}',
    changedText: '{{field}} changed',
    empty: 'empty',
    source: { baseline: 'First sync', poll: 'Regular sync', hint: 'Webhook call', lookup: 'Lookup', open: 'Seen when it was opened', clock: 'This computer’s clock' },
    seen: 'Seen {{time}} by this computer',
  },

  field: {
    number: 'Number', subject: 'Subject', title: 'Title', description: 'Description', status: 'Status', priority: 'Priority', channel: 'Channel',
    departmentId: 'Department', consumerId: 'Consumer', assigneeId: 'Assignee', assigneeName: 'Assignee', tagIds: 'Tags', customFields: 'Custom fields',
    dueAt: 'Due', ticketId: 'Ticket', createdAt: 'Created', updatedAt: 'Updated', deletedAt: 'Deleted',
  },

  status,
  notice,
  settings,
  identity,
  rules,
  ledger,
  diagnostics,
  profiles,
  setUp,
  lookup: {
    /** Title of the window, for those who listen. */
    title: 'Cxpress Tray Lookup',
    input: 'Find a ticket or task',
    placeholder: 'Number, title, consumer, e-mail, phone, tag…',
    results: 'Results',
    recent: 'Recent',
    none: { title: 'Nothing found for “{{query}}”', text: 'Every word must match. Accents and capitals do not matter, and one wrong letter in a longer word is forgiven.' },
    remote: {
      asking: 'Not stored here. Asking Cxpress…',
      found: 'From Cxpress',
      none: 'Cxpress knows no ticket or task with this number or id either.',
    },
    forgiven: 'Similar word',
    preview: { label: 'Preview', loading: 'Loading the preview', changed: 'Last change' },
    copied: { link: 'Link copied', number: 'Number copied; the profile in use knows no address for a link', nothing: 'There is no link and no number to copy' },
    noAddress: 'The profile in use does not say where this is in Cxpress.',
    noRecent: { title: 'Nothing stored yet', text: 'Once the first sync has brought tickets, find any of them here.' },
    why: { number: 'Number', title: 'Title', consumer: 'Consumer', email: 'E-mail', phone: 'Phone', tag: 'Tag', customField: 'Custom field', description: 'Description', id: 'Id' },
    matched: 'Matched: {{field}}',
    keys: { open: 'Open', browse: 'In Cxpress', copy: 'Copy link', preview: 'Preview', close: 'Close' },
    kind: { ticket: 'Ticket', task: 'Task' },
  },
} as const;
