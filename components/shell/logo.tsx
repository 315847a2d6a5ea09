/**
 * The sign of Dihya: a woven lozenge, as on Amazigh cloth. Its upper half is a roof, its lower half two hands
 * that hold, and the grain between them is who lives there. Same drawing in public/dihya.svg.
 */
export function LogoMark({ className = "size-8" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" fill="none" aria-hidden="true" className={className}>
      <path d="M3 15.5 16 2.5l13 13" className="stroke-accent" strokeWidth="4" />
      <path d="M9.2 15.6 16 8.8l6.8 6.8" className="stroke-accent" strokeWidth="2.4" />
      <path d="M3 18l13 13 13-13" className="stroke-clay" strokeWidth="4" />
      <path d="M9.2 17.9 16 24.7l6.8-6.8" className="stroke-clay" strokeWidth="2.4" />
      <path d="m16 13.2 3.5 3.5-3.5 3.5-3.5-3.5z" className="fill-warm" />
    </svg>
  );
}

/** Sign and name. */
export function Logo({ name }: { name: string }) {
  return (
    <span className="inline-flex items-center gap-2.5">
      <LogoMark />
      <span className="text-xl font-bold tracking-tight">{name}</span>
    </span>
  );
}
