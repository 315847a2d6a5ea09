/** Small drawings of the three steps: choosing, a free hour, someone at the door. */
export function StepPicture({ step }: { step: 1 | 2 | 3 }) {
  const Drawing = { 1: Choosing, 2: FreeHour, 3: AtTheDoor }[step];
  return (
    <svg viewBox="0 0 120 88" aria-hidden="true" fill="none" className="h-24 w-auto">
      <path d="M8 76c20-14 84-14 104 0" className="fill-accent-soft" />
      <Drawing />
    </svg>
  );
}

function Choosing() {
  return (
    <g>
      <rect
        x="24"
        y="10"
        width="72"
        height="62"
        rx="8"
        className="fill-raised stroke-accent"
        strokeWidth="3"
      />
      <path
        d="M46 26h38M46 42h26M46 58h32"
        className="stroke-line-strong"
        strokeWidth="4"
        strokeLinecap="round"
      />
      <circle cx="35" cy="26" r="4" className="fill-line" />
      <circle cx="35" cy="58" r="4" className="fill-line" />
      <circle cx="35" cy="42" r="6" className="fill-accent" />
      <path d="m78 42 8-8 8 8-8 8z" className="fill-warm" />
    </g>
  );
}

function FreeHour() {
  return (
    <g>
      <rect
        x="22"
        y="16"
        width="76"
        height="56"
        rx="8"
        className="fill-raised stroke-accent"
        strokeWidth="3"
      />
      <path d="M22 32h76" className="stroke-accent" strokeWidth="3" />
      <path d="M40 10v12M80 10v12" className="stroke-accent" strokeWidth="4" strokeLinecap="round" />
      <g className="fill-line">
        <rect x="32" y="40" width="12" height="9" rx="2" />
        <rect x="54" y="40" width="12" height="9" rx="2" />
        <rect x="76" y="40" width="12" height="9" rx="2" />
        <rect x="32" y="56" width="12" height="9" rx="2" />
        <rect x="76" y="56" width="12" height="9" rx="2" />
      </g>
      <rect x="51" y="53" width="18" height="15" rx="3" className="fill-warm" />
      <path
        d="m55 60 4 4 7-8"
        className="stroke-raised"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </g>
  );
}

function AtTheDoor() {
  return (
    <g>
      <path
        d="M26 72V34L60 8l34 26v38z"
        className="fill-raised stroke-accent"
        strokeWidth="3"
        strokeLinejoin="round"
      />
      <path
        d="M20 38 60 8l40 30"
        className="stroke-clay"
        strokeWidth="6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M46 72V50a14 14 0 0 1 28 0v22z" className="fill-accent" />
      <circle cx="68" cy="60" r="2.5" className="fill-warm" />
      <path d="M60 24c-5-6-13 0-8 6l8 8 8-8c5-6-3-12-8-6z" className="fill-clay" />
    </g>
  );
}
