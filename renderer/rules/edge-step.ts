/** How near an edge a dragged row scrolls what it is in, in pixels. */
const EDGE_PX = 48;
/** The fastest it scrolls, in pixels a frame. */
const FASTEST = 14;

/** How far to scroll in this frame while a row is held at a height: more the nearer an edge is, nothing away from both. */
export function edgeStep({ top, bottom }: { readonly top: number; readonly bottom: number }, y: number): number {
  const above = Math.min(EDGE_PX, top + EDGE_PX - y);
  const below = Math.min(EDGE_PX, y - (bottom - EDGE_PX));
  if (above > 0) return -Math.ceil((above / EDGE_PX) * FASTEST);
  return below > 0 ? Math.ceil((below / EDGE_PX) * FASTEST) : 0;
}
