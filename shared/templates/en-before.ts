// Templates in English of what is written before the meeting; data, no logic.
import type { Templates } from './kinds'

const signedByCell = [
  ['signature', 'ON BEHALF OF THE CELL'],
  ['signature', 'SECRETARY'],
  ['signature', '{{Secretary}}'],
] as const

const outline: Templates['outline'] = [
  ['title', 'OUTLINE'],
  ['title', 'of the topic “{{Topic}}”'],
  [1, 'I- Purpose and requirements'],
  ['text', ''],
  [1, 'II- Grounds'],
  ['text', ''],
  [1, 'III- Main contents'],
  [2, '1. Present state'],
  ['text', ''],
  [2, '2. Shortcomings and their causes'],
  ['text', ''],
  [2, '3. Aims and targets'],
  ['text', ''],
  [2, '4. Tasks and measures'],
  ['text', ''],
  [2, '5. How it is carried out'],
  ['text', ''],
  [1, 'IV- Questions for the discussion'],
  ['text', ''],
  [1, 'V- Timetable'],
  [
    'text',
    'Outline: before {{Outline due}}; comments on it: until {{Outline comments close}}; draft: before {{Draft due}}; comments on it: until {{Draft comments close}}; passed by the committee: before {{Pass by}}; session: {{Meeting day}}.',
  ],
]

const draft: Templates['draft'] = [
  ['title', 'REPORT'],
  ['title', 'on the topic “{{Topic}}”'],
  [1, 'I- NEED AND GROUNDS'],
  ['text', ''],
  [1, 'II- PRESENT STATE'],
  [2, '1. Results'],
  ['text', ''],
  [2, '2. Shortcomings'],
  ['text', ''],
  [2, '3. Causes'],
  ['text', ''],
  [1, 'III- AIMS AND TARGETS'],
  ['text', ''],
  [1, 'IV- TASKS AND MEASURES'],
  ['text', ''],
  [1, 'V- HOW IT IS CARRIED OUT'],
  ['table', ['Task', 'Responsible', 'With', 'Due']],
  [1, 'VI- WHAT THE CELL IS ASKED TO DISCUSS'],
  ['text', ''],
  ['signature', 'PREPARED BY'],
]

const notice: Templates['notice'] = [
  ['title', 'NOTICE'],
  ['title', 'of the thematic session in quarter {{Quarter}} of {{Year}}'],
  ['text', 'To the members of {{Cell}}.'],
  ['text', 'The committee gives notice of the thematic session “{{Topic}}”:'],
  [1, 'I- TIME, PLACE, WHO TAKES PART'],
  ['text', 'Time: {{Meeting time}}, {{Meeting day}}. Place: {{Meeting place}}. Form: {{Form}}.'],
  ['text', 'Taking part: all members of the cell; guests: {{Guests}}.'],
  [
    'text',
    'Chair: {{Chair}}. Presenter: {{Presenter}}. Co-authors: {{Co-authors}}. Minutes: {{Minutes taker}}.',
  ],
  [1, 'II- CONTENTS AND PAPERS'],
  ['text', 'Contents: presentation, discussion and conclusion of the topic “{{Topic}}”.'],
  [
    'text',
    'Papers: to be read on the cell’s own network before the session, at {{Where to read}}.',
  ],
  ['text', 'Questions for the discussion: ……………'],
  [1, 'III- REQUEST'],
  [
    'text',
    'Members are asked to read the papers and prepare their opinions; comments on the draft are taken until {{Draft comments close}}. Whoever cannot come tells {{Minutes taker}} before the day.',
  ],
  ...signedByCell,
]

const programmeRows = [
  ['Opening, roll call', 'Information', '{{Minutes taker}}', '5'],
  ['Reason for the session, welcome of guests', 'Information', '{{Chair}}', '5'],
  ['Choice of the minutes taker', 'Decision', '{{Chair}}', '2'],
  ['Adoption of the programme', 'Decision', '{{Chair}}', '3'],
  ['Purpose and requirements', 'Information', '{{Secretary}}', '5'],
  ['Presentation of the draft', 'Information', '{{Presenter}}', '20'],
  ['Discussion of the questions', 'Discussion', 'All members', '40'],
  ['Words of the guests', 'Information', '{{Guests}}', '5'],
  ['Answers of the presenter', 'Discussion', '{{Presenter}}', '10'],
  ['Conclusion of the chair', 'Decision', '{{Chair}}', '10'],
  ['Vote (where there is a resolution)', 'Decision', '{{Chair}}', '5'],
  ['How good the session was', 'Discussion', '{{Chair}}', '3'],
  ['Adoption of the minutes', 'Decision', '{{Minutes taker}}', '5'],
  ['Tasks for next time, closing', 'Information', '{{Chair}}', '2'],
] as const

const programme: Templates['programme'] = [
  ['title', 'PROGRAMME'],
  ['title', 'of the thematic session “{{Topic}}”'],
  ['text', 'Time: {{Meeting time}}, {{Meeting day}}. Place: {{Meeting place}}.'],
  [
    'table',
    ['No.', 'Minutes', 'Item', 'Kind', 'By'],
    programmeRows.map(([what, kind, who, minutes], index) => [
      String(index + 1),
      minutes,
      what,
      kind,
      who,
    ]),
    [36, 76, 278, 96, 134],
  ],
  ...signedByCell,
]

export const beforeMeeting = { outline, draft, notice, programme } as const
