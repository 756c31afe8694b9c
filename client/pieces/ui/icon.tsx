// Small signs drawn in the colour of the words beside them; always decorative.
import type { ReactNode } from 'react'

const d = (path: string) => <path d={path} />

const icons = {
  undo: d('M8 5 4 9l4 4M4 9h8a4 4 0 0 1 0 8H9'),
  redo: d('m12 5 4 4-4 4m4-4H8a4 4 0 0 0 0 8h3'),
  bold: <path d="M6.5 4h4.2a3 3 0 0 1 0 6H6.5zm0 6h5a3 3 0 0 1 0 6h-5z" strokeWidth={2.1} />,
  italic: d('M9 4h5M6 16h5M12 4 8.5 16'),
  underline: d('M6 4v5a4 4 0 0 0 8 0V4M5 17h10'),
  'align-left': d('M3 5h14M3 9h9M3 13h14M3 17h9'),
  'align-center': d('M3 5h14M5.5 9h9M3 13h14M5.5 17h9'),
  'align-right': d('M3 5h14M8 9h9M3 13h14M8 17h9'),
  'align-justify': d('M3 5h14M3 9h14M3 13h14M3 17h14'),
  list: (
    <>
      <path d="M8 5h9M8 10h9M8 15h9" />
      <path d="M3.8 5h.01M3.8 10h.01M3.8 15h.01" strokeWidth={2.6} />
    </>
  ),
  'list-ordered': d(
    'M9 5h8M9 10h8M9 15h8M3 4l1.3-.8V7.5M3 12.6c0-1.6 2.4-1.5 2.4 0 0 1-2.4 2-2.4 3h2.6',
  ),
  picture: d('M3 4h14v12H3zM3 13.5l4-4 3.5 3.5 2.5-2.5 4 4M12.5 7.5h.01'),
  search: d('M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11m4 9.5 4 4'),
  pages: d('M5 3h7l3 3v11H5zM12 3v3h3M7.5 10h5m-5 3h5'),
  checklist: d('m3 5.5 1.5 1.5L7 4m-4 9 1.5 1.5L7 11.5M10 6h7m-7 7.5h7'),
  table: d('M3 4h14v12H3zM3 8h14M3 12h14M8.5 4v12'),
  link: d(
    'M8.5 11.5a3.2 3.2 0 0 0 4.6 0l2.3-2.3a3.2 3.2 0 1 0-4.6-4.6L10 5.4m1.5 3.1a3.2 3.2 0 0 0-4.6 0l-2.3 2.3a3.2 3.2 0 0 0 4.6 4.6l.8-.8',
  ),
  comment: d(
    'M3.5 5.5a2 2 0 0 1 2-2h9a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H9.5l-4 3.2v-3.2a2 2 0 0 1-2-2z',
  ),
  check: d('m4 10.5 4 4 8-9'),
  lock: d('M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9'),
  clock: d('M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14m0 3.5V10l2.5 1.8'),
  import: d('M11 3H5.5v14h9V9.5M10 6.5v6m-2.6-2.6L10 12.5l2.6-2.6M12 3l3 3'),
  'chevron-down': d('m5.5 8 4.5 4.5L14.5 8'),
  'chevron-up': d('m5.5 12 4.5-4.5 4.5 4.5'),
  'chevron-left': d('M12 5.5 7.5 10l4.5 4.5'),
  'chevron-right': d('M8 5.5 12.5 10 8 14.5'),
  close: d('m5 5 10 10M15 5 5 15'),
  menu: d('M3 5.5h14M3 10h14M3 14.5h14'),
  people: d(
    'M7.5 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6m-5 6.5c0-2.8 2.2-4.5 5-4.5s5 1.7 5 4.5M13 4.3a3 3 0 0 1 0 5.4m1.5 2.8c1.8.6 3 2 3 4',
  ),
  qr: d('M3.5 3.5h5v5h-5zm8 0h5v5h-5zm-8 8h5v5h-5zm8 0h2v2h-2zm3 3h2v2h-2zm2-3v.01m-5 5v-.01'),
  expand: d('M12 3.5h4.5V8M8 16.5H3.5V12m13-8.5L11 9m-7.5 7.5L9 11'),
  more: <path d="M4.5 10h.01M10 10h.01M15.5 10h.01" strokeWidth={2.8} />,
  plus: d('M10 4v12M4 10h12'),
  sun: d(
    'M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7m0-4.5v2m0 12v2M2 10h2m12 0h2M4.3 4.3l1.5 1.5m8.4 8.4 1.5 1.5m0-11.4-1.5 1.5m-8.4 8.4-1.5 1.5',
  ),
  eye: d(
    'M2 10s3-5.5 8-5.5 8 5.5 8 5.5-3 5.5-8 5.5S2 10 2 10m8-2.4a2.4 2.4 0 1 1 0 4.8 2.4 2.4 0 0 1 0-4.8',
  ),
  'eye-off': d(
    'M8 4.8A8 8 0 0 1 10 4.5c5 0 8 5.5 8 5.5a14 14 0 0 1-2.3 2.9M12.6 15A8 8 0 0 1 10 15.5c-5 0-8-5.5-8-5.5a13.5 13.5 0 0 1 3.6-4M8.3 8.3a2.4 2.4 0 0 0 3.4 3.4M3.5 3.5l13 13',
  ),
  comments: d(
    'M2.5 5a1.5 1.5 0 0 1 1.5-1.5h7A1.5 1.5 0 0 1 12.5 5v4.5A1.5 1.5 0 0 1 11 11H7l-3 2.5V11a1.5 1.5 0 0 1-1.5-1.5zm12.5 3h1a1.5 1.5 0 0 1 1.5 1.5v4a1.5 1.5 0 0 1-1.5 1.5v2L13.5 15H10a1.5 1.5 0 0 1-1.4-1',
  ),
  contents: d('M3 5h2m3 0h9M5 10h2m3 0h7M5 15h2m3 0h7'),
  'arrow-right': d('M4 10h12m-5-5 5 5-5 5'),
  edit: d('m4 16 .8-3.3L13 4.5l2.5 2.5-8.2 8.2zM11.5 6 14 8.5'),
  copy: d('M7 7h9v9.5H7zM13 7V3.5H4V13h3'),
  warning: d('M10 3.5 17.5 16.5h-15zM10 8.5v3.5m0 2.3v.01'),
  calendar: d('M3.5 5h13v11.5h-13zm0 3.5h13M7 3v3.5M13 3v3.5'),
} as const satisfies Record<string, ReactNode>

export type IconName = keyof typeof icons

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none' }}
    >
      {icons[name]}
    </svg>
  )
}
