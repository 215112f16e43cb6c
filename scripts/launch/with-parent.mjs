// Loaded into Next's process: when the launcher goes away, even by a kill -9, the portal must not stay behind on its port.
process.once('disconnect', () => process.exit(1));
