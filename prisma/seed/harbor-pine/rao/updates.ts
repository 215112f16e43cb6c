import { marta, ravi, tomas } from '@/prisma/seed/harbor-pine/people';
import { gutters, limeTest, oldBeams, tiledHall } from '@/prisma/seed/harbor-pine/rao/photos';
import { terrace, villa } from '@/prisma/seed/harbor-pine/rao/projects';
import type { UpdateStory } from '@/prisma/seed/story';

export const raoUpdates: UpdateStory[] = [
  {
    project: villa,
    by: marta,
    at: [-101, '15:40'],
    title: 'What the survey found',
    body: 'The walls are sound, the roof is not, and the beam above the hall has lost a third of its section at the east end. Nothing we had not feared, and two things better: the chapel floor is dry, and the hall tiles are complete under the carpet.',
    comments: [
      {
        by: ravi,
        at: [-100, '13:10'],
        body: 'My grandmother always said there were tiles under there. Please keep a photo of the carpet too.',
      },
      { by: marta, at: [-100, '16:00'], body: 'Done, front and back. It is rolled up in the attic.' },
    ],
  },
  {
    project: villa,
    by: tomas,
    at: [-70, '14:20'],
    title: 'The beam above the hall',
    body: 'We cut out the rotten end and spliced in oak, pegged as it would have been in 1911. The engineer has signed it off. The props stay for two more weeks.',
    photos: [oldBeams],
  },
  {
    project: villa,
    by: marta,
    at: [-54, '16:15'],
    title: 'Structure complete',
    body: 'Props out, nothing moved by more than half a millimetre. The scaffold for the roof goes up around the whole house; the garden gate will be closed for deliveries in the mornings.',
    comments: [{ by: ravi, at: [-53, '09:25'], body: 'Half a millimetre! I will frame this message.' }],
  },
  {
    project: villa,
    by: marta,
    at: [-21, '10:05'],
    title: 'Façade paused: which white?',
    body: 'The three lime washes are on the north wall. The heritage office wants to see them dry before we go on, and so should you. Until then the façade team works on the roof. This moves the façade by about three weeks; the end date of the whole stays.',
    photos: [limeTest],
    comments: [
      {
        by: ravi,
        at: [-20, '22:05'],
        body: 'The middle one, if the office agrees. The left one looks like a hospital.',
      },
      {
        by: tomas,
        at: [-19, '08:00'],
        body: 'We think so too. I will wet all three on the day they come, so that they can see them in rain.',
      },
    ],
  },
  {
    project: villa,
    by: tomas,
    at: [-12, '13:00'],
    title: 'Roof nearly there',
    body: 'Main roof tiled, chapel wing boarded, gutters hung. We are behind by a week because half of the old tiles broke when they were lifted; the others are on the street side, where they are seen.',
    photos: [gutters],
  },
  {
    project: villa,
    by: tomas,
    at: [-5, '17:15'],
    title: 'The tiled hall',
    body: 'We cleaned a first field with nothing but water and patience. Forty-one tiles sound hollow and will be lifted and set again one by one. None is missing.',
    photos: [tiledHall],
    comments: [{ by: ravi, at: [-4, '19:50'], body: 'I did not expect to be moved by a floor. When can I see it?' }],
  },
  {
    project: terrace,
    by: marta,
    at: [-42, '12:25'],
    title: 'Why the terrace is paused',
    body: 'The retaining wall leans by eleven centimetres over its height, more than the drawings said. Rebuilding it needs a permit of its own, which we have applied for. The finished part is covered and safe; nothing is invoiced while we wait.',
    comments: [{ by: ravi, at: [-41, '10:40'], body: 'Understood. Better a pause than a pool in the vineyard.' }],
  },
];
