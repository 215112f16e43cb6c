// Preloaded into Next's process: ends the portal when the launcher dies, even by a kill -9, so that the port becomes free.
process.once('disconnect', () => process.exit(1));
