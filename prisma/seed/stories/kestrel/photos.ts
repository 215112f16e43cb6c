import type { PhotoUploadData } from '@/prisma/seed/story';

export const photoUploads: PhotoUploadData[] = [
  {
    project: 'report',
    by: 'dana',
    at: '2026-01-15 15:40',
    photos: {
      'report-press-sheet': { phase: 'print', visibility: 'client', taken: '2026-01-14 19:20', caption: 'Press sheet of the report, second side' },
      'report-on-mill-scale': { phase: 'print', visibility: 'public', taken: '2026-01-15 10:30', caption: 'The bound report on the mill’s scale' },
      'farm-portraits-contact-sheet': { phase: 'design', visibility: 'internal', taken: '2025-12-16 16:15', caption: 'Contact sheet of the farm portraits, first choice' },
    },
  },
  {
    project: 'identity',
    by: 'dana',
    at: '2026-05-28 16:50',
    photos: {
      'carton-with-seed-mark': { phase: 'mark', visibility: 'client', taken: '2026-05-27 11:40', caption: 'Direction A on a carton, cut and folded by hand' },
      'carton-with-sack-mark': { phase: 'mark', visibility: 'client', taken: '2026-05-27 11:55', caption: 'Direction B on the same carton' },
      'canteen-shelf-with-both-marks': { phase: 'mark', visibility: 'client', taken: '2026-05-28 12:20', caption: 'Both marks on the canteen shelf' },
      'dropped-mark-sketch': { phase: 'mark', visibility: 'internal', taken: '2026-05-18 14:10', caption: 'Direction C, dropped before the presentation' },
    },
  },
];
