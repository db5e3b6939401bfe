import type { ReactNode } from "react";

const solid = { fill: "currentColor", stroke: "none" } as const;

/** Drawn on 16 by 16 with a line of 1.5; `overdue`, `soon` and the like differ in shape, so that grey tells them too. */
export const ICONS = {
  // Terms.
  overdue: (
    <path
      {...solid}
      d="M7.1 2.1a1 1 0 0 1 1.8 0l5.9 10.9a1 1 0 0 1-.9 1.5H2.1a1 1 0 0 1-.9-1.5ZM7.25 6v4.2h1.5V6Zm.75 5a.9.9 0 1 0 0 1.8.9.9 0 0 0 0-1.8Z"
    />
  ),
  soon: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path {...solid} d="M8 1.75a6.25 6.25 0 0 1 0 12.5Z" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M8 4.5V8l2.5 1.75" />
    </>
  ),
  met: <path strokeWidth="1.8" d="m2.5 8.5 3.5 3.5 7.5-8" />,
  metLate: (
    <>
      <path strokeWidth="1.8" d="m2.5 6.5 3.5 3.5 7.5-8" />
      <path d="M2.5 13.9h2.2M7.8 13.9h2.2" />
    </>
  ),
  waived: (
    <>
      <circle cx="8" cy="8" r="6.25" strokeDasharray="3.3 2.3" />
      <path d="M5.5 8h5" />
    </>
  ),

  // What is owed and what came.
  owner: <path d="M2.5 13.5V6.75L8 2.5l5.5 4.25v6.75M5.75 13.5V9.75a2.25 2.25 0 0 1 4.5 0v3.75" />,
  card: <path d="M3.5 1.75h6l3 3v9.5h-9ZM9.25 2v3h3M5.75 8.25h4.5M5.75 11h4.5" />,
  level: <path {...solid} d="M1.5 10.5h2.4V14H1.5ZM5 7.5h2.4V14H5ZM8.6 4.5H11V14H8.6ZM12.1 2h2.4v12h-2.4Z" />,
  answer: <path d="M6.5 3 2.5 7l4 4M3 7h6.5a4 4 0 0 1 4 4v2" />,
  message: <path d="M2.25 2.75h11.5v8h-6L5 13.5v-2.75H2.25Z" />,
  mail: <path d="M1.75 3.25h12.5v9.5H1.75Zm.25.5 6 5 6-5" />,
  phone: (
    <path d="M3 2.25h2.6l1.2 3.2-1.6 1.2a7.5 7.5 0 0 0 4.2 4.2l1.2-1.6 3.2 1.2V13c0 .6-.5 1-1 1A11.8 11.8 0 0 1 2 3.25c0-.6.4-1 1-1Z" />
  ),
  link: (
    <path d="M6.5 9.5a2.75 2.75 0 0 0 4 0l2.2-2.2a2.8 2.8 0 0 0-4-4l-.9.9m1.7 2.3a2.75 2.75 0 0 0-4 0L3.3 8.7a2.8 2.8 0 0 0 4 4l.9-.9" />
  ),
  object: <path d="M2.25 2.75h11.5v4H2.25Zm0 6.5h11.5v4H2.25ZM4.75 4.75h.01M4.75 11.25h.01M8 4.75h3.25M8 11.25h3.25" />,
  withdrawn: <path d="M2.75 5.5h7a3.5 3.5 0 0 1 0 7h-5M5.5 2.5l-3 3 3 3" />,
  receipt: (
    <path d="M3 1.75h10v12.5l-1.67-1.25-1.66 1.25L8 13l-1.67 1.25L4.67 13 3 14.25ZM5.75 5.25h4.5M5.75 8.25h4.5" />
  ),

  // Judgements.
  fault: (
    <path
      {...solid}
      d="M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM7.25 4.5v4.4h1.5V4.5ZM8 10a.95.95 0 1 0 0 1.9A.95.95 0 0 0 8 10Z"
    />
  ),
  warning: <path d="M8 2.25 14.25 13.5H1.75ZM8 6.5v3.25M8 11.5v.01" />,
  info: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M8 7.25v3.5M8 5v.01" />
    </>
  ),

  // The link.
  live: <circle {...solid} cx="8" cy="8" r="4" />,
  lost: <path {...solid} d="m8 2.5 5.5 5.5L8 13.5 2.5 8Z" />,
  catching: <path d="M13.5 8A5.5 5.5 0 1 1 8 2.5M8 5.5v3l2 1.25" />,

  // Acts and places.
  edit: <path d="m2.5 13.5.75-3.25 7.5-7.5 2.5 2.5-7.5 7.5ZM9.25 4.25l2.5 2.5" />,
  print: <path d="M4.5 5.5V2h7v3.5M4.5 12h-2.75V5.5h12.5V12H11.5M4.5 9.5h7V14h-7Z" />,
  download: <path d="M8 2v7.5M4.75 6.5 8 9.75l3.25-3.25M2.5 13.5h11" />,
  copy: <path d="M5.5 5.5h8v8h-8ZM10.5 5.25V2.5h-8v8h2.75" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3.5 3.5" />
    </>
  ),
  add: <path d="M8 3v10M3 8h10" />,
  close: <path d="m3.5 3.5 9 9M12.5 3.5l-9 9" />,
  up: <path d="M8 13V3.5M4 7.25l4-4 4 4" />,
  down: <path d="M8 3v9.5M4 8.75l4 4 4-4" />,
  next: <path d="m6 3.5 4.5 4.5L6 12.5" />,
  previous: <path d="M10 3.5 5.5 8l4.5 4.5" />,
  expand: <path d="m3.5 6 4.5 4.5L12.5 6" />,
  sound: <path d="M2 6.25h2.25L7.5 3.5v9L4.25 9.75H2ZM10 5.75a3.2 3.2 0 0 1 0 4.5M12 3.75a6 6 0 0 1 0 8.5" />,
  mute: <path d="M2 6.25h2.25L7.5 3.5v9L4.25 9.75H2ZM10.25 6l4 4M14.25 6l-4 4" />,
  person: <path d="M8 8a2.75 2.75 0 1 0 0-5.5A2.75 2.75 0 0 0 8 8Zm-5.25 5.75a5.25 5.25 0 0 1 10.5 0" />,
  more: <path strokeWidth="2.2" d="M3.5 8h.01M8 8h.01M12.5 8h.01" />,
  wall: <path d="M1.75 2.75h12.5v8.5H1.75ZM5.5 14h5M8 11.25V14" />,
  list: <path d="M5.5 4H14M5.5 8H14M5.5 12H14M2.25 4h.01M2.25 8h.01M2.25 12h.01" />,
  settings: <path d="M2 4.5h6.5M11.5 4.5H14M2 11.5h2.5M7.5 11.5H14M10 2.75v3.5M6 9.75v3.5" />,
  help: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M6.25 6.25A1.8 1.8 0 1 1 8 8.4v.85M8 11.3v.01" />
    </>
  ),
  show: (
    <>
      <path d="M1.5 8S4 3.75 8 3.75 14.5 8 14.5 8 12 12.25 8 12.25 1.5 8 1.5 8Z" />
      <circle cx="8" cy="8" r="1.75" />
    </>
  ),
  logo: (
    <>
      <circle {...solid} cx="8" cy="8" r="3.1" />
      <path d="M4 3.2a6.6 6.6 0 0 0 0 9.6M12 3.2a6.6 6.6 0 0 1 0 9.6" />
    </>
  ),
} as const satisfies Readonly<Record<string, ReactNode>>;

export type IconName = keyof typeof ICONS;
