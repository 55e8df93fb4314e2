package dev.sayso.platform.sql;

/** Room that is kept on the disk for what must work when there is none left. */
interface Reserve {
    /** None: what the database has, it has. */
    Reserve NONE =
            new Reserve() {
                @Override
                public boolean isWhole() {
                    return true;
                }

                @Override
                public boolean letGo() {
                    return false;
                }
            };

    /**
     * Whether all of it is there, so that anybody may write; where it is not, it is filled up again
     * as soon as there is room.
     */
    boolean isWhole();

    /** Gives a piece of it to the disk; false when none is left. */
    boolean letGo();
}
