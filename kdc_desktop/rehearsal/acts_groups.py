def interests(scene):
    scene.hands.look("interests")


def consortia(scene):
    scene.hands.look("consortia")
