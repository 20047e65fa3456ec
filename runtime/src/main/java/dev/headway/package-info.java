/**
 * The API for applications: annotate a class with {@link dev.headway.Revision @Revision}, implement {@link
 * dev.headway.Migration}, and call {@link dev.headway.Migrations#upgradeToHead()}.
 *
 * @since 0.1
 */
@NullMarked
package dev.headway;

import org.jspecify.annotations.NullMarked;
