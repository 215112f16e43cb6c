import type { SupportData } from '@/prisma/seed/story';

export const support: SupportData = {
  firstResponseHours: 8,
  resolutionHours: 120,
  replies: [
    {
      name: 'New round',
      body: 'Hi {person_name},\n\nnoted. The next round for {project} is in the portal by the end of the week.\n\n{my_name}',
    },
  ],
};
