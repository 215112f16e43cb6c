/** The columns of the grid of phases: name, percent, planned dates, and on a desktop a place for “More” or “Save”. */
export const phaseColumns =
  'grid grid-cols-12 items-start gap-x-3 gap-y-2 sm:grid-cols-[minmax(0,1fr)_5.5rem_9.5rem_9.5rem] ' +
  'xl:grid-cols-[minmax(0,1fr)_5.5rem_9.5rem_9.5rem_6rem] xl:gap-y-0';
