/** Everything that can be done by key or palette, by its name in renderer/palette/commands.ts. */
export const commands = {
  group: { list: 'List', item: 'Ticket or task', filter: 'Filters and views', go: 'Go to', app: 'App' },
  name: {
    down: 'Next row', up: 'Previous row', pageDown: 'A page down', pageUp: 'A page up', first: 'First row', last: 'Last row',
    open: 'Open', back: 'Back', readAll: 'Mark all shown as read', undo: 'Undo',
    toggleUnread: 'Read or unread', readNext: 'Mark as read and go on', follow: 'Follow or stop following', snooze: 'Snooze…', wake: 'Wake now',
    copyNumber: 'Copy number', copyLink: 'Copy link', browse: 'Open in Cxpress', why: 'Why was I (not) told?',
    search: 'Filter…', unreadOnly: 'Unread only, or all', clear: 'Clear filters', sort: 'Change order…', saveView: 'Save as view…', previousView: 'Previous view', nextView: 'Next view',
    goTickets: 'Tickets', goTasks: 'Tasks', goMine: 'Mine', goDepartments: 'My departments', goUnassigned: 'Unassigned', goAll: 'All', goFollowed: 'Followed', goSnoozed: 'Snoozed',
    goLedger: 'Notification log', goRules: 'Notification rules', goDiagnostics: 'Diagnostics', goIdentity: 'Say who you are', goSettings: 'Settings',
    palette: 'All commands', help: 'Keys', lookup: 'Lookup', sync: 'Sync now',
    pauseHalfHour: 'Pause notifications for 30 minutes', pauseHour: 'Pause notifications for 1 hour', pauseTomorrow: 'Pause notifications until tomorrow', pauseUntilResumed: 'Pause notifications until I resume', resume: 'Resume notifications',
  },
} as const;

/** Words of the command palette. */
export const palette = { label: 'All commands', placeholder: 'What do you want to do?', none: 'No command is called that. Try another word.' } as const;

/** Words of the sheet of keys. */
export const help = { title: 'Keys', lead: 'They work wherever no text is being typed. The command palette does the same by name.', then: 'then' } as const;

/** Whose items a queue shows. */
export const scopes = {
  /** By what is listed: tickets and tasks have different genders in Portuguese and Spanish. */
  name: {
    ticket: { mine: 'Mine', departments: 'My departments', unassigned: 'Unassigned', all: 'All', followed: 'Followed', snoozed: 'Snoozed' },
    task: { mine: 'Mine', departments: 'My departments', unassigned: 'Unassigned', all: 'All', followed: 'Followed', snoozed: 'Snoozed' },
  },
  identity: 'Say who you are',
  identityHint: 'Choose your name and departments, so that “Mine” and “My departments” can show something',
} as const;

/** Words of the bar that narrows a queue. */
export const filters = {
  label: 'Filters',
  search: 'Search the filters',
  searchHint: 'Search the filters (/)',
  searchAll: 'Department, status, tag, person…',
  searchIn: 'Search: {{condition}}',
  noMatch: 'Nothing here is called that.',
  noValues: 'No row has a value for this yet.',
  condition: { shelf: 'Only', consumer: 'Consumer', department: 'Department', status: 'Status', priority: 'Priority', tag: 'Tag', assignee: 'Assignee', due: 'Due' },
  shelf: { followed: 'Followed', snoozed: 'Snoozed' },
  due: { overdue: 'Overdue', today: 'Today', week: 'Within 7 days', none: 'Without a due time' },
  thisConsumer: 'This consumer',
  unknown: 'No longer known',
  remove: 'Remove filter {{condition}}',
  removeShort: 'Remove',
  clear: 'Clear',
  save: 'Save as view…',
  update: 'Update view',
  sort: {
    label: 'Order',
    named: 'Order: {{sort}}',
    by: { changed: 'Last change', created: 'Created', due: 'Due', priority: 'Priority', number: 'Number' },
    newest: 'newest first', oldest: 'oldest first', latest: 'latest first', soonest: 'soonest first', highest: 'highest first', lowest: 'lowest first',
  },
} as const;

/** Words of saved views. */
export const views = {
  label: 'Views',
  keys: 'Alt with ↑ and ↓ moves a view, F2 renames it, Delete removes it',
  menu: 'More for {{name}}',
  rename: 'Rename',
  up: 'Move up',
  down: 'Move down',
  remove: 'Remove',
  save: 'Save as view',
  saveLead: 'It keeps these filters and this order, and stands in the sidebar with its count.',
  keep: 'Save',
  name: 'Name',
  nameEmpty: 'Give it a name.',
  nameTaken: 'There is a view of this name already. Give it another one.',
  saved: 'View “{{name}}” saved',
  removed: 'View “{{name}}” removed',
  moved: '“{{name}}” is now number {{place, number}} of {{count, number}}',
  full: '40 views are saved, which is the most there can be. Remove one first.',
} as const;

/** Signs in a row and in the details. */
export const row = {
  followed: 'Followed',
  woke: { time: 'Back: time’s up', change: 'Back: something changed' },
  snoozed: 'Snoozed until {{time}}',
  taken: 'Taken by {{name}} {{ago}}',
  takenAgo: '(taken {{ago}})',
} as const;

/** Words for putting an item off. */
export const snooze = {
  title: 'Snooze until',
  at: { hour: 'In 1 hour', fourHours: 'In 4 hours', tomorrow: 'Tomorrow morning', monday: 'Monday morning', week: 'Next week' },
  own: 'Own time',
  date: 'Date',
  time: 'Time',
  action: 'Snooze',
  past: 'Enter a date and a time that are still to come.',
  orChange: 'Or when something changes',
  until: 'Snoozed until {{time}}',
  wake: 'Wake now',
  done: 'Snoozed until {{time}}',
  woken: 'Back in the queue',
} as const;

/** What can be done to the item that is open. */
export const actions = {
  label: 'Actions',
  follow: 'Follow',
  unfollow: 'Stop following',
  snooze: 'Snooze',
  copyNumber: 'Copy number',
  copyLink: 'Copy link',
  browse: 'Open in Cxpress',
  why: 'Why was I (not) told?',
  noLink: 'There is no link to this in Cxpress',
  noLinkNext: 'The API profile in use does not say where tickets and tasks are in Cxpress. Whoever looks after the profile can add the address; see Settings.',
} as const;

/** The card of whoever asks. */
export const consumer = {
  others_one: '{{count, number}} other ticket or task',
  others_other: '{{count, number}} other tickets and tasks',
  noOthers: 'No other tickets or tasks.',
  showAll: 'Show all in the list',
  more_one: '{{count, number}} more',
  more_other: '{{count, number}} more',
} as const;

/** What was just done, told for a while at the bottom. */
export const say = {
  undo: 'Undo',
  followed: 'You follow it now',
  unfollowed: 'You no longer follow it',
  numberCopied: 'Number copied',
  nothingUnread: 'Nothing here was unread',
  markedRead_one: '{{count, number}} marked as read',
  markedRead_other: '{{count, number}} marked as read',
  unreadAgain_one: '{{count, number}} unread again',
  unreadAgain_other: '{{count, number}} unread again',
} as const;

/** Why a queue shows no row, and what to do. */
export const emptiness = {
  showAll: 'Show all',
  identity: { title: 'Who are you?', text: 'The token is the company’s, so the app does not know. Choose your name and departments once.', action: 'Say who you are' },
  noDepartments: { title: 'No department chosen', text: 'Choose the departments you work for, and their tickets and tasks appear here.', action: 'Choose departments' },
  filtered: { ticket: 'No ticket matches these filters', task: 'No task matches these filters', text: 'Remove one of them above, or all of them at once.' },
  mine: { title: 'Nothing is assigned to you', text: 'What is assigned to you in Cxpress appears here.' },
  departments: { title: 'Nothing in your departments', text: 'What comes in for one of your departments appears here.' },
  unassigned: { title: 'Nothing waits for an assignee', text: 'Everything has somebody who looks after it.' },
  followed: { title: 'You follow nothing here', text: 'Press F on a row, or the star in its details, to keep an eye on it.' },
  snoozed: { title: 'Nothing is snoozed', text: 'Press S on a row to put it off until a time or until something changes.' },
} as const;
