import { applications, directions, shelf, spread, stationery, van } from '@/prisma/seed/papers/drawings/brand';
import { pressureChart } from '@/prisma/seed/papers/drawings/charts';
import type { Drawing } from '@/prisma/seed/papers/drawings/drawing';
import { facade, pavilionSketch } from '@/prisma/seed/papers/drawings/fronts';
import { heating } from '@/prisma/seed/papers/drawings/heating';
import { electrical, groundFloor, upperFloor } from '@/prisma/seed/papers/drawings/plans';
import { trialPits, wallSections, waterPlan } from '@/prisma/seed/papers/drawings/site';

/** The drawings that documents of the stories can show, by the names that the stories use. */
export const drawings = {
  'delivery-van': van,
  'electrical-plan': electrical,
  'ground-floor': groundFloor,
  'heating-plan': heating,
  'mark-applications': applications,
  'mark-directions': directions,
  'pavilion-sketch': pavilionSketch,
  'pressure-chart': pressureChart,
  'report-spread-1': spread(0),
  'report-spread-2': spread(1),
  'report-spread-3': spread(2),
  'report-spread-4': spread(3),
  'report-spread-5': spread(4),
  'report-spread-6': spread(5),
  'shop-shelf-1': shelf(1),
  'shop-shelf-2': shelf(4),
  'shop-shelf-3': shelf(9),
  stationery,
  'trial-pits': trialPits,
  'upper-floor': upperFloor,
  'villa-facade': facade,
  'wall-sections': wallSections,
  'water-plan': waterPlan,
} satisfies Record<string, Drawing>;

export type DrawingName = keyof typeof drawings;
