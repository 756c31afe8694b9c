// Templates in English of what the meeting leaves, and of the year's papers; data, no logic.
import type { Templates } from './kinds'

const signedByCell = [
  ['signature', 'ON BEHALF OF THE CELL'],
  ['signature', 'SECRETARY'],
  ['signature', '{{Secretary}}'],
] as const

const minutes: Templates['minutes'] = [
  ['title', 'MINUTES'],
  ['title', 'of the thematic session in quarter {{Quarter}} of {{Year}}'],
  ['text', 'Begun at {{Meeting time}}, {{Meeting day}}; place: {{Meeting place}}; form: ……………'],
  [
    'text',
    'Members: {{Number of members}} (full {{Full members}}, probationary {{Probationary members}}); exempt ……………; present {{Present}}; excused {{Excused}} ({{Names excused}}); absent {{Absent}} ({{Names absent}}); guests: {{Guests}}.',
  ],
  ['text', 'Chair: {{Chair}}; minutes: {{Minutes taker}}; presenter: {{Presenter}}.'],
  [1, 'I- PROGRAMME'],
  ['text', ''],
  [1, 'II- WHAT HAPPENED'],
  [2, '1. Opening'],
  ['text', ''],
  [2, '2. Presentation'],
  ['text', '{{Presenter}} presented the frozen version {{Frozen version}}.'],
  [2, '3. Discussion'],
  ['text', ''],
  [2, '4. Words of the guests'],
  ['text', ''],
  [2, '5. Answers of the presenter'],
  ['text', ''],
  [1, 'III- CONCLUSION OF THE CHAIR'],
  ['table', ['Task', 'Who', 'Due', 'Checked by']],
  [1, 'IV- VOTE'],
  [
    'text',
    'On: ……………; entitled to vote: ……………; for: ……………; against: ……………; other opinion: ……………; share: ……………',
  ],
  [1, 'V- HOW GOOD THE SESSION WAS'],
  ['text', ''],
  ['text', 'Closed at ……………; these minutes were read aloud and agreed.'],
  ['signature', 'MINUTES TAKER'],
  ['signature', 'CHAIR'],
]

const conclusion: Templates['conclusion'] = [
  ['title', 'CONCLUSION'],
  ['title', 'of the cell on the topic “{{Topic}}”'],
  [
    'text',
    'On {{Meeting day}} {{Cell}} held its thematic session “{{Topic}}”. Having heard {{Presenter}} and the discussion, {{Chair}} concluded on behalf of the cell:',
  ],
  [1, 'I- THE TOPIC'],
  ['text', ''],
  [1, 'II- WHAT WAS AGREED'],
  ['text', ''],
  [1, 'III- TASKS'],
  ['table', ['Task', 'Responsible', 'Due', 'Outcome']],
  [1, 'IV- WHAT THE TEXT HAS TO TAKE UP'],
  ['text', ''],
  ['text', 'To be completed before {{Final text by}}.'],
  [1, 'V- HOW IT IS CARRIED OUT'],
  ['text', ''],
  ...signedByCell,
]

const resolution: Templates['resolution'] = [
  ['title', 'RESOLUTION'],
  ['title', 'on {{Topic}}'],
  [
    'text',
    'On {{Meeting day}} {{Cell}} met, {{Present}} of {{Number of members}} members present, chaired by {{Chair}}. After discussion the cell resolves:',
  ],
  [1, 'I- SITUATION'],
  [2, '1. Results'],
  ['text', ''],
  [2, '2. Shortcomings'],
  ['text', ''],
  [2, '3. Causes'],
  ['text', ''],
  [1, 'II- AIMS AND TARGETS'],
  ['text', ''],
  [1, 'III- TASKS AND MEASURES'],
  ['text', ''],
  [1, 'IV- HOW IT IS CARRIED OUT'],
  ['text', ''],
  ['text', 'Adopted by the cell on {{Meeting day}}, …… of {{Present}} in favour (……%).'],
  ...signedByCell,
]

const answers: Templates['answers'] = [
  ['title', 'TABLE OF COMMENTS'],
  ['title', 'and their answers, on the topic “{{Topic}}”'],
  [
    'table',
    [
      'No.',
      'Place',
      'Words of the draft',
      'Author (post)',
      'Comment',
      'Result',
      'Answer',
      'New wording',
    ],
  ],
  ['text', 'Comments: ……; accepted: ……; partly: ……; declined: ……'],
  ['signature', 'PREPARED BY'],
  ['signature', '{{Presenter}}'],
]

const plan: Templates['plan'] = [
  ['title', 'PLAN'],
  ['title', 'of the thematic sessions in {{Year}}'],
  [1, 'I- PURPOSE AND REQUIREMENTS'],
  ['text', ''],
  [1, 'II- TOPICS'],
  [
    'table',
    [
      'No.',
      'Quarter',
      'Topic',
      'Field',
      'Presenter',
      'Co-authors',
      'Outline due',
      'Draft due',
      'Session',
    ],
    [
      [
        '1',
        '{{Quarter}}',
        '{{Topic}}',
        '',
        '{{Presenter}}',
        '{{Co-authors}}',
        '{{Outline due}}',
        '{{Draft due}}',
        '{{Meeting day}}',
      ],
      ['2'],
      ['3'],
      ['4'],
    ],
  ],
  [1, 'III- STEPS AND TIMETABLE'],
  ['text', '1. Comments on outlines: ……………'],
  ['text', '2. Comments on drafts: ……………'],
  ['text', '3. Passed by the committee: ……………'],
  ['text', '4. Papers sent out: ……………'],
  ['text', '5. Completed after the session: ……………'],
  [1, 'IV- HOW IT IS CARRIED OUT'],
  ['text', '1. Committee: ……………'],
  ['text', '2. Members who prepare a topic: ……………'],
  ['text', '3. Members: ……………'],
  ['text', '4. Minutes takers: ……………'],
  ...signedByCell,
]

const monthly: Templates['monthly'] = [
  ['title', 'REPORT'],
  ['title', 'of a member on the tasks of month {{Month}}, {{Year}}'],
  ['text', 'Name: {{Writer}}. Field of work: ……………'],
  [1, 'I- TASKS AND RESULTS'],
  [
    'table',
    ['No.', 'Task (number of the decision)', 'Due', 'Result', 'State', 'Cause', 'Proposal'],
    [['1'], ['2'], ['3']],
  ],
  ['text', 'State: done, under way or not begun.'],
  [1, 'II- OWN VIEW'],
  ['text', ''],
  [1, 'III- WORK FOR NEXT MONTH'],
  ['text', ''],
  [1, 'IV- CONFIRMED BY THE COMMITTEE'],
  ['text', '……………'],
  ['signature', 'REPORTED BY'],
  ['signature', '{{Writer}}'],
]

export const afterMeeting = { minutes, conclusion, resolution, answers, plan, monthly } as const
