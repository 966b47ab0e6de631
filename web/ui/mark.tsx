/** The product's mark: an edge, and lines that lean on it. */
export const Mark = () => (
  <svg viewBox="0 0 24 24" fill="none" strokeWidth="3" strokeLinecap="round" aria-hidden>
    <path stroke="var(--accent)" d="M5 4v16" />
    <path stroke="currentColor" d="M10 4.5h10M10 12h6.5M10 19.5h10" />
  </svg>
);
