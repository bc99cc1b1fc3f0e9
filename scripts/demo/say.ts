/** A plain line of the demo's story. */
export function say(line: string): void {
  console.log(`demo: ${line}`);
}
