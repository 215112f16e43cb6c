import type { PhotoUploadData } from '@/prisma/seed/story';

export const photoUploads: PhotoUploadData[] = [
  {
    project: 'kitchen',
    by: 'tomas',
    at: '2025-08-20 16:40',
    photos: {
      'flat-old-wiring': { phase: 'demolition', visibility: 'internal', taken: '2025-06-04 09:30', caption: 'Old wiring behind the dining room wall, for the file' },
      'flat-oak-fronts': { phase: 'cabinets', visibility: 'client', taken: '2025-07-31 15:20', caption: 'Oak fronts hung, handles still to come' },
      'flat-kitchen-in-evening-light': { phase: 'finish', visibility: 'public', taken: '2025-08-19 18:05', caption: 'The finished kitchen in evening light' },
      'flat-worktop-edge': { phase: 'finish', visibility: 'client', taken: '2025-08-19 12:10', caption: 'Worktop edge and tile joint, seen from the window' },
    },
  },
  {
    project: 'house',
    by: 'tomas',
    at: '2026-02-05 17:15',
    photos: {
      'house-excavation': { phase: 'groundworks', visibility: 'client', taken: '2026-01-13 11:00', caption: 'Excavation at full depth; the rock begins at the north corner' },
      'neighbour-wall-cracked': { phase: 'groundworks', visibility: 'internal', taken: '2026-01-01 09:10', caption: 'Crack in the neighbour’s boundary wall before we started' },
      'house-slab-under-sacking': {
        phase: 'groundworks',
        visibility: 'client',
        taken: '2026-02-04 08:20',
        caption: 'The slab the morning after the pour, kept damp under sacking',
      },
    },
  },
  {
    project: 'house',
    by: 'tomas',
    at: '2026-03-24 16:20',
    photos: {
      'house-first-wall': { phase: 'frame', visibility: 'client', taken: '2026-02-25 10:45', caption: 'The first wall goes up: south side, living room' },
      'house-floor-joists': { phase: 'frame', visibility: 'client', taken: '2026-03-17 14:05', caption: 'Upper floor joists from the stair opening' },
      'damaged-studs': { phase: 'frame', visibility: 'internal', taken: '2026-03-06 08:35', caption: 'Two damaged studs, sent back to the mill' },
    },
  },
  {
    project: 'house',
    by: 'marta',
    at: '2026-05-18 18:00',
    photos: {
      'house-ridge-beam': { phase: 'roof', visibility: 'public', taken: '2026-04-23 16:30', caption: 'The ridge beam in place, with the sea behind it' },
      'house-roof-closed': { phase: 'roof', visibility: 'client', taken: '2026-05-15 15:10', caption: 'Roof closed: the last row of tiles above the workshop' },
      'house-roof-battens': { phase: 'roof', visibility: 'client', taken: '2026-04-30 13:30', caption: 'Membrane and battens, ready for tiles' },
      'house-frame-from-the-lane': { phase: 'frame', visibility: 'public', taken: '2026-04-10 17:45', caption: 'The house from the lane, frame complete' },
    },
  },
  {
    project: 'house',
    by: 'tomas',
    at: '2026-06-10 17:30',
    photos: {
      'house-sliding-door': { phase: 'windows', visibility: 'client', taken: '2026-06-09 11:25', caption: 'The big sliding door of the living room, still with its film' },
      'house-bedroom-windows': { phase: 'windows', visibility: 'client', taken: '2026-06-08 10:40', caption: 'Bedroom windows on the east side, sealed and taped' },
      'house-heating-manifold': { phase: 'services', visibility: 'client', taken: '2026-06-09 16:15', caption: 'Manifold for the floor heating in the utility room' },
      'window-frame-scratched': { phase: 'windows', visibility: 'internal', taken: '2026-06-08 10:55', caption: 'Scratch on the frame of W-07, reported to the supplier' },
    },
  },
  {
    project: 'house',
    by: 'tomas',
    at: '2026-06-17 16:55',
    photos: {
      'house-cable-runs': { phase: 'services', visibility: 'client', taken: '2026-06-17 11:20', caption: 'Cable runs on the upper floor before they disappear' },
      'house-front-door-frame': { phase: 'windows', visibility: 'client', taken: '2026-06-17 14:30', caption: 'Front door frame set; the door itself follows next week' },
    },
  },
  {
    project: 'villa',
    by: 'tomas',
    at: '2026-03-13 15:00',
    photos: {
      'villa-east-front': { phase: 'survey', visibility: 'client', taken: '2026-01-08 10:20', caption: 'The east front as we found it' },
      'villa-spliced-beam': { phase: 'structure', visibility: 'client', taken: '2026-03-12 14:40', caption: 'New oak spliced into the old chestnut beam above the hall' },
      'villa-steel-shoes': { phase: 'structure', visibility: 'client', taken: '2026-03-10 09:45', caption: 'Steel shoes at the foot of the stair wall, soon covered' },
      'villa-woodworm': { phase: 'structure', visibility: 'internal', taken: '2026-02-17 16:10', caption: 'Woodworm in the pantry floor: price separately' },
    },
  },
  {
    project: 'villa',
    by: 'marta',
    at: '2026-06-03 12:45',
    photos: {
      'villa-lime-washes': { phase: 'facade', visibility: 'client', taken: '2026-05-20 09:50', caption: 'Three lime washes side by side on the north wall' },
      'villa-zinc-gutters': { phase: 'roof', visibility: 'client', taken: '2026-06-02 10:15', caption: 'Zinc gutters on the chapel wing, soldered on site' },
      'villa-roof-tiles-sorted': { phase: 'roof', visibility: 'public', taken: '2026-05-08 17:00', caption: 'Old roof tiles cleaned and sorted for the street side' },
      'villa-roof-boarded': { phase: 'roof', visibility: 'client', taken: '2026-05-13 08:50', caption: 'Boards on the main roof, seen from the scaffold' },
    },
  },
  {
    project: 'villa',
    by: 'tomas',
    at: '2026-06-12 17:10',
    photos: {
      'villa-hall-tiled': { phase: 'interiors', visibility: 'public', taken: '2026-06-11 12:00', caption: 'The tiled hall before cleaning; the blue is all still there' },
      'villa-hall-cleaned-field': { phase: 'interiors', visibility: 'client', taken: '2026-06-11 12:30', caption: 'A test field of cleaned tiles by the door' },
      'villa-hall-hollow-tiles': { phase: 'interiors', visibility: 'internal', taken: '2026-06-11 13:05', caption: 'Hollow tiles marked with tape, forty-one in all' },
    },
  },
  {
    project: 'terrace',
    by: 'tomas',
    at: '2026-04-21 15:35',
    photos: {
      'dry-stone-wall': { phase: 'walls', visibility: 'client', taken: '2026-04-20 11:50', caption: 'The first four metres of dry-stone wall' },
      'retaining-wall-bulging': { phase: 'walls', visibility: 'internal', taken: '2026-04-17 10:05', caption: 'Bulge in the retaining wall, measured at 11 cm' },
    },
  },
];
