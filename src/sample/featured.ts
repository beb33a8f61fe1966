// Whom of the sample team a stranger meets first.
/** The sample people the local chat shows first: two reps, a newcomer, a manager (their ids never change). */
export const sampleFeatured = [
  "per_sample_ana",
  "per_sample_siyuan",
  "per_sample_leo",
  "per_sample_helen",
];
