/** The app's sign: a ticket in a tray. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" className={className} aria-hidden fill="none">
      <rect x="1" y="1" width="22" height="22" rx="6" className="fill-accent" />
      <path d="M6.5 6.5h11v2.1a1.6 1.6 0 0 0 0 3.2v1.2h-11v-1.2a1.6 1.6 0 0 0 0-3.2z" className="fill-on-accent" />
      <path d="M5.5 14.8h3.4l1 1.7h4.2l1-1.7h3.4v2.2a1.5 1.5 0 0 1-1.5 1.5H7a1.5 1.5 0 0 1-1.5-1.5z" className="fill-on-accent" fillOpacity="0.72" />
    </svg>
  );
}
