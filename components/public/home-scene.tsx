const lozenges = [0, 1, 2, 3, 4, 5, 6, 7];

/** A house at morning, drawn for the home page: woven frieze, garden, and someone who comes with a basket. */
export function HomeScene({ title, className }: { title: string; className?: string }) {
  return (
    <svg viewBox="0 0 480 400" role="img" aria-label={title} className={className} fill="none">
      <circle cx="372" cy="92" r="46" className="fill-warm" opacity="0.9" />
      <circle cx="372" cy="92" r="66" className="stroke-warm" strokeWidth="2" opacity="0.35" />
      <path d="M0 318c70-34 138-40 212-26s166 12 268-22v130H0z" className="fill-accent-soft" />
      <House />
      <Tree />
      <Visitor />
      <path d="M24 352h432" className="stroke-accent" strokeWidth="3" strokeLinecap="round" opacity="0.35" />
      <path
        d="M52 384h64M168 384h28M260 384h96M396 384h20"
        className="stroke-accent"
        strokeWidth="3"
        strokeLinecap="round"
        opacity="0.18"
      />
    </svg>
  );
}

function House() {
  return (
    <g>
      <path d="M252 92h28v72h-28z" className="fill-warm-soft stroke-accent" strokeWidth="4" />
      <path d="M247 90h38" className="stroke-clay" strokeWidth="7" strokeLinecap="round" />
      <path d="M80 190 200 96l120 94z" className="fill-raised" />
      <path d="M92 190h216v162H92z" className="fill-raised stroke-accent" strokeWidth="4" />
      <path
        d="M72 196 200 96l128 100"
        className="stroke-clay"
        strokeWidth="12"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M94 206h212v26H94z" className="fill-warm-soft" />
      <g className="stroke-clay" strokeWidth="2.5">
        {lozenges.map((i) => (
          <path key={i} d={`m${104 + i * 26} 219 9-9 9 9-9 9z`} />
        ))}
      </g>
      <g className="fill-warm">
        {lozenges.map((i) => (
          <circle key={i} cx={113 + i * 26} cy="219" r="2.2" />
        ))}
      </g>
      <path d="M180 352v-76a24 24 0 0 1 48 0v76z" className="fill-accent" />
      <circle cx="218" cy="316" r="3.5" className="fill-warm" />
      <Window x={114} />
      <Window x={250} />
    </g>
  );
}

function Window({ x }: { x: number }) {
  return (
    <g>
      <rect
        x={x}
        y="256"
        width="42"
        height="46"
        rx="6"
        className="fill-warm-soft stroke-accent"
        strokeWidth="4"
      />
      <path d={`M${x + 21} 258v42M${x + 2} 279h38`} className="stroke-accent" strokeWidth="3" />
      <path d={`M${x - 4} 310h50`} className="stroke-clay" strokeWidth="6" strokeLinecap="round" />
    </g>
  );
}

function Tree() {
  return (
    <g>
      <path d="M56 352v-70" className="stroke-clay" strokeWidth="7" strokeLinecap="round" />
      <path d="M56 312 40 296M56 300l14-16" className="stroke-clay" strokeWidth="4" strokeLinecap="round" />
      <ellipse cx="56" cy="252" rx="34" ry="42" className="fill-accent" opacity="0.85" />
      <ellipse cx="44" cy="240" rx="13" ry="17" className="fill-accent-soft" opacity="0.35" />
      <g className="fill-warm">
        <circle cx="66" cy="236" r="4" />
        <circle cx="50" cy="266" r="4" />
        <circle cx="72" cy="262" r="4" />
      </g>
    </g>
  );
}

function Visitor() {
  return (
    <g>
      <circle cx="388" cy="232" r="19" className="fill-clay" opacity="0.9" />
      <path
        d="M366 236c-2-22 8-32 23-32s24 9 22 30c-6-12-12-15-22-15-12 0-18 5-23 17z"
        className="fill-ink"
        opacity="0.85"
      />
      <path d="M362 352c0-62 6-94 27-94s28 32 28 94z" className="fill-accent" />
      <path d="m374 300 15-15 15 15-15 15z" className="stroke-warm" strokeWidth="3" />
      <path d="M370 274c-14 14-20 26-26 40" className="stroke-clay" strokeWidth="9" strokeLinecap="round" />
      <path d="M326 318h36l-5 32h-26z" className="fill-warm" />
      <path d="M330 318c0-20 28-20 28 0" className="stroke-warm" strokeWidth="4" />
      <path d="M336 328h20M337 338h18" className="stroke-clay" strokeWidth="2.5" strokeLinecap="round" />
      <path
        d="M334 318c-4-14 2-22 8-24M346 318c0-12 6-18 12-18"
        className="stroke-accent"
        strokeWidth="4"
        strokeLinecap="round"
      />
    </g>
  );
}
