const LOOK_MS = 500;

/**
 * Ends this process when npm, which started it, is ended alone: npm passes the signal to a shell, which does not pass it on.
 * A command that somebody started without npm may outlive whatever started it.
 */
export function endWithNpm() {
  if (!process.env['npm_lifecycle_event']) return;
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_MS);
  looking.unref();
}
