const courses = [40, 84, 128, 172, 216, 260, 304, 348, 392, 436, 480, 524, 568, 612, 656];

/** Vertical joints of the stone wall, every second course shifted by half a stone. */
const joints = courses.flatMap((y, row) =>
  [0, 1, 2, 3, 4, 5, 6].map((stone) => `M${stone * 88 + (row % 2) * 44 - 20} ${y}v44`),
);

/** Panes of one leaded window: a lattice inside the given box. */
function lattice(x: number, y: number, width: number, height: number, columns: number, rows: number): string {
  const bars = Array.from({ length: columns - 1 }, (_, i) => {
    const share = (i + 1) / columns;
    return `M${x + width * share} ${y}v${height}`;
  });
  const rails = Array.from({ length: rows - 1 }, (_, i) => {
    const at = y + (height * (i + 1)) / rows;
    return `M${x} ${at}h${width}`;
  });
  return [...bars, ...rails].join('');
}

/** An oriel window in elevation. Decorative. */
export function OrielWindow({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 520 700"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      className={className}
      fill="none"
    >
      <defs>
        <linearGradient id="oriel-glow" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="var(--accent)" stopOpacity="0.34" />
          <stop offset="0.55" stopColor="var(--accent)" stopOpacity="0.14" />
          <stop offset="1" stopColor="#e0a24a" stopOpacity="0.42" />
        </linearGradient>
      </defs>
      <path
        className="stroke-ink/10"
        strokeWidth="1"
        d={`${courses.map((y) => `M0 ${y}h520`).join('')}${joints.join('')}`}
      />

      <path
        className="fill-sunken stroke-ink/70"
        strokeWidth="1.4"
        d="M116 196c70-14 124-52 144-110 20 58 74 96 144 110z"
      />
      <path
        className="stroke-ink/35"
        strokeWidth="1"
        d="M260 86c-10 50-44 92-88 110M260 86c10 50 44 92 88 110M260 86v110"
      />
      <path
        className="fill-sunken stroke-ink/70"
        strokeWidth="1.4"
        d="M260 86V58M254 70a6 6 0 1 0 12 0 6 6 0 1 0-12 0"
      />
      <path className="fill-raised stroke-ink/70" strokeWidth="1.4" d="M116 196h288v14H116z" />

      <path className="fill-raised" d="M172 210h176v264H172zM172 210l-44 0v240l44 24zM348 210h44v240l-44 24z" />
      <path
        fill="url(#oriel-glow)"
        d="M184 224h70v104h-70zM266 224h70v104h-70zM184 340h70v120h-70zM266 340h70v120h-70z"
      />
      <path
        fill="url(#oriel-glow)"
        d="M138 222h24v106h-24zM138 340h24v116l-24-12zM358 222h24v106h-24zM358 340h24v104l-24 12z"
      />
      <path
        className="stroke-accent-text/45"
        strokeWidth="0.8"
        d={[
          lattice(184, 224, 70, 104, 4, 5),
          lattice(266, 224, 70, 104, 4, 5),
          lattice(184, 340, 70, 120, 4, 6),
          lattice(266, 340, 70, 120, 4, 6),
          lattice(138, 222, 24, 106, 2, 5),
          lattice(358, 222, 24, 106, 2, 5),
          lattice(138, 340, 24, 108, 2, 6),
          lattice(358, 340, 24, 108, 2, 6),
        ].join('')}
      />
      <path
        className="stroke-ink/70"
        strokeWidth="1.2"
        d="M184 224h70v104h-70zM266 224h70v104h-70zM184 340h70v120h-70zM266 340h70v120h-70zM138 222h24v106h-24zM138 340h24v116l-24-12zM358 222h24v106h-24zM358 340h24v104l-24 12z"
      />
      <path className="stroke-ink/70" strokeWidth="1.4" d="M172 210v264M348 210v264M128 210v240l44 24h176l44-24V210" />

      <path
        className="fill-raised stroke-ink/70"
        strokeWidth="1.4"
        d="M118 450l50 28h184l50-28v12l-46 28H164l-46-28z"
      />
      <path
        className="fill-sunken stroke-ink/70"
        strokeWidth="1.4"
        d="M172 490h176c-2 16-14 23-24 27H196c-10-4-22-11-24-27zM202 522h116c-2 18-16 26-25 30h-66c-9-4-23-12-25-30zM232 557h56c-2 20-13 29-19 35h-18c-6-6-17-15-19-35zM252 597h16c0 11-3 20-8 28-5-8-8-17-8-28z"
      />
      <path className="stroke-ink/70" strokeWidth="1.4" d="M192 517h136v5H192zM223 552h74v5h-74zM247 592h26v5h-26z" />
    </svg>
  );
}
