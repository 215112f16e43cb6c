import type { SupportData } from '@/prisma/seed/story';

export const support: SupportData = {
  firstResponseHours: 24,
  resolutionHours: 240,
  replies: [
    {
      name: 'We come by',
      body: 'Dear {person_name},\n\nthank you for telling us. Somebody from the site comes by **within two working days** and looks at it. You need not be there.\n\n{my_name}, {business}',
    },
    {
      name: 'Price for a change',
      body: 'Dear {person_name},\n\nthat can be done. For {project} you receive a change order with\n\n- the price,\n- what it does to the schedule.\n\nNothing is ordered before you have agreed.\n\n{my_name}',
    },
    {
      name: 'Settled',
      body: 'Dear {person_name},\n\nthis is done, so I close request {ticket_number}. If anything is not right, simply answer here and it is open again.\n\n{my_name}',
    },
  ],
};
