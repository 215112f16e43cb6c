import { firstWall, ridge, roofDone, slab, slidingDoor } from '@/prisma/seed/harbor-pine/okafor/photos';
import { house, kitchen, pavilion } from '@/prisma/seed/harbor-pine/okafor/projects';
import { jane, marta, sam, tomas } from '@/prisma/seed/harbor-pine/people';
import type { UpdateStory } from '@/prisma/seed/story';

export const okaforUpdates: UpdateStory[] = [
  {
    project: kitchen,
    by: tomas,
    at: [-266, '16:30'],
    title: 'The wall is out',
    body: 'The wall to the dining room is down and the rubble is gone. The steel above it sits on both sides as drawn. We found an old gas pipe in the corner; it was dead, and the plumber has capped it and noted it in the report.',
    comments: [
      {
        by: jane,
        at: [-266, '20:05'],
        body: 'What a difference the light makes already. Thank you for sweeping the stairs.',
      },
    ],
  },
  {
    project: kitchen,
    by: marta,
    at: [-218, '17:50'],
    title: 'Handover',
    body: 'Everything on the snag list is done except the missing shelf pin, which comes by post. The folder with warranties is in the drawer by the oven. It has been a pleasure to work in your home.',
    comments: [
      { by: sam, at: [-217, '08:10'], body: 'First breakfast made. No fuse tripped. Great work, all of you.' },
      { by: marta, at: [-217, '09:20'], body: 'That is the report I like best. Enjoy it!' },
    ],
  },
  {
    project: house,
    by: marta,
    at: [-124, '12:15'],
    title: 'The building permit is here',
    body: 'The municipality has issued the permit without conditions. The excavator comes the day after tomorrow. From now on Tomás is on site every morning and will write here about once every two weeks.',
    comments: [{ by: sam, at: [-124, '19:30'], body: 'We opened a bottle. See you on site on Saturday.' }],
  },
  {
    project: house,
    by: tomas,
    at: [-96, '16:45'],
    title: 'The slab is poured',
    body: 'Thirty-eight cubic metres in one day, finished just before dusk. The rock in the north corner cost us two days more than planned, which we expect to win back with the frame. The concrete now cures for a week; please do not walk on it yet, however tempting.',
    photos: [slab],
    comments: [
      {
        by: jane,
        at: [-95, '21:15'],
        body: 'It looks enormous and tiny at the same time. Is the line of bricks the kitchen wall?',
      },
      { by: tomas, at: [-94, '07:50'], body: 'Yes, the inner one. The outer line is the terrace edge.' },
    ],
  },
  {
    project: house,
    by: tomas,
    at: [-81, '17:00'],
    title: 'Walls are standing',
    body: 'The south and west walls went up this week, each lifted in one piece. Two studs arrived damaged and went back to the mill; replacements come on Monday and hold nothing up.',
    photos: [firstWall],
  },
  {
    project: house,
    by: tomas,
    at: [-40, '17:20'],
    title: 'Ridge beam in place',
    body: 'The crane came at seven and the beam was down by nine. The carpenters drank their coffee on the upper floor and report that one can see the sea from the second bedroom.',
    photos: [ridge],
    comments: [
      {
        by: sam,
        at: [-40, '18:40'],
        body: 'So the smallest room has the best view. There will be a discussion at home.',
      },
      { by: jane, at: [-39, '08:05'], body: 'There will not. It is my study.' },
    ],
  },
  {
    project: house,
    by: marta,
    at: [-24, '18:10'],
    title: 'The roof is closed',
    body: 'Four days earlier than planned, and dry inside for the first time. What is next: windows from this week on, and the electricians start on the upper floor. We need your choice of socket covers within three weeks; the samples are in the site office.',
    photos: [roofDone],
    comments: [
      { by: jane, at: [-23, '20:45'], body: 'We come on Friday to look at the samples. White or nothing, says Sam.' },
    ],
  },
  {
    project: house,
    by: tomas,
    at: [-7, '17:35'],
    title: 'The big door',
    body: 'The sliding door of the living room is in and runs with one finger. One bedroom frame (W-07) has a scratch from transport; the supplier repairs it on site, at no cost to you. Floor heating pipes follow on Monday.',
    photos: [slidingDoor],
    comments: [
      { by: sam, at: [-6, '07:30'], body: 'Does the scratch hold up the plasterers?' },
      { by: tomas, at: [-6, '08:15'], body: 'No, they are not due for five weeks. It will be done long before.' },
    ],
  },
  {
    project: house,
    by: tomas,
    at: [-2, '17:05'],
    title: 'Cables before they disappear',
    body: 'The upper floor is wired. There are photos of every wall with a tape measure in the picture, so that you know for ever where not to drill. Please have a last look at the positions beside the beds: after Thursday they are hard to change.',
  },
  {
    project: pavilion,
    by: marta,
    at: [-18, '11:30'],
    title: 'Pavilion: the offer is accepted',
    body: 'Thank you for the order. We start the drawings when the house is plastered, so that the two do not compete for the same carpenters. The first sketch will come here.',
  },
];
