/** The main job on a made-up project, from a red build to a draft pull request, watched and proven. */
@NullMarked
package dev.wakeful.cli.demo;

import org.jspecify.annotations.NullMarked;
